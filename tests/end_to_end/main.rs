//! The main job, from the SIS's request to the principal's task, on the local cloud: the functions' own handlers, the real
//! AWS clients, and nothing of AWS. Time is told, never waited for.

mod grand_bend;
