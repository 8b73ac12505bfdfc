//! The main job, from the SIS's request to the principal's task, on the local cloud: the functions' own handlers, the real
//! AWS clients, and nothing of AWS. Time is told, never waited for.

// Tests begin in the order of their names: this is the longest.
mod annual_costs;
mod answers;
mod boundaries;
mod contract;
mod costs;
mod documents;
mod families;
mod family_pages;
mod feedback;
mod grand_bend;
mod handovers;
mod import;
mod missed_days;
mod mutations;
mod operations;
mod pages;
mod poison;
mod privacy;
mod reports;
mod sending;
mod spans;
mod whom_to_call;
