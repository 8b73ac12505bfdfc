//! Users with their roles: a file of its own in OneRoster 1.2, two columns of the user's row in 1.1.

use super::manifest::{Mode, Standard};
use super::sheet;
use super::{Reading, Row, parents_first};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

impl Reading<'_> {
    /// The users with their roles.
    pub(super) fn users(&mut self) -> Vec<Row> {
        match self.manifest.standard {
            Standard::V1_1 => self.users_with_one_role(),
            Standard::V1_2 => self.users_and_roles(),
        }
    }

    fn users_with_one_role(&mut self) -> Vec<Row> {
        let mut users = self.rows(&sheet::USERS_1_1).unwrap_or_default();
        for user in &mut users {
            spread(&mut user.data);
        }
        parents_first(users)
    }

    fn users_and_roles(&mut self) -> Vec<Row> {
        let users = self.rows(&sheet::USERS);
        let Some(mut roles) = self.rows(&sheet::ROLES) else {
            self.import.left_out += users.map_or(0, |users| users.len());
            return Vec::new();
        };
        if users.is_none() && self.manifest.mode("users") != Mode::Absent {
            self.import.left_out += roles.len();
            return Vec::new();
        }
        let mut users = parents_first(users.unwrap_or_default());
        let known: BTreeSet<String> = users.iter().map(|user| user.id.clone()).collect();
        self.strangers(&known, &roles);
        roles.sort_by(|a, b| a.id.cmp(&b.id));
        for role in roles.iter_mut().filter(|role| !role.broken) {
            role.bad |= self.wrong_role(role);
        }
        let mut by_user: BTreeMap<String, Vec<Row>> = BTreeMap::new();
        for role in roles {
            let user = role.reference("user").unwrap_or_default().to_owned();
            by_user.entry(user).or_default().push(role);
        }
        for user in &mut users {
            let roles = by_user.get(&user.id).map(Vec::as_slice).unwrap_or_default();
            let gone = user.data.get("status").and_then(Value::as_str) == Some("tobedeleted");
            if roles.is_empty() && !gone && !user.broken {
                let reason = "is a user without a role in roles.csv, so its whole state is not known";
                self.problem(&sheet::USERS, user.line, "sourcedId", reason);
                user.bad = true;
            }
            join(user, roles);
        }
        users
    }

    /// Names the roles of users whom `users.csv` does not describe. Beside a delta of the users a bulk of the roles
    /// has many that are not meant.
    fn strangers(&mut self, known: &BTreeSet<String>, roles: &[Row]) {
        if self.manifest.mode("users") == Mode::Delta && self.manifest.mode("roles") == Mode::Bulk {
            return;
        }
        for role in roles {
            let user = role.reference("user");
            self.import.left_out += usize::from(user.is_none_or(|user| !known.contains(user)));
            if !role.broken && user.is_some_and(|user| !known.contains(user)) {
                let reason = "is a user whom users.csv does not describe";
                self.problem(&sheet::ROLES, role.line, "userSourcedId", reason);
            }
        }
    }

    /// What the reader of events does not look at, because a role is no object of its own there.
    fn wrong_role(&mut self, role: &Row) -> bool {
        let status = role.data.get("status").and_then(Value::as_str);
        let known = matches!(status, Some("active" | "tobedeleted"));
        if !known {
            let reason = "must be active or tobedeleted";
            self.problem(&sheet::ROLES, role.line, "status", reason);
        }
        let dated = role.modified().is_some();
        if !dated {
            let reason = "must be an instant after RFC 3339, as 2021-09-01T12:00:00Z";
            self.problem(&sheet::ROLES, role.line, "dateLastModified", reason);
        }
        !known || !dated
    }
}

/// Makes of the role and organisations in a user's own row a role in each of these. A role of 1.1 has no dates, and no
/// state but the user's. The order in which a row lists its organisations means nothing.
fn spread(user: &mut Map<String, Value>) {
    let (role, orgs) = (user.remove("role"), user.remove("org"));
    let (Some(role), Some(Value::Array(orgs))) = (role, orgs) else {
        return;
    };
    let ids: BTreeSet<&str> = orgs.iter().filter_map(|org| org.get("sourcedId")?.as_str()).collect();
    let in_org = |id| json!({"roleType": "primary", "role": role, "org": {"sourcedId": id}, "status": "active"});
    user.insert("roles".into(), ids.into_iter().map(in_org).collect());
}

/// Gives a user its roles. It was changed when the last of them was, and cannot be read when one of them cannot.
fn join(user: &mut Row, roles: &[Row]) {
    let mut listed = Vec::with_capacity(roles.len());
    for role in roles {
        user.bad |= role.bad;
        if role.broken {
            continue;
        }
        user.role_lines.push(role.line);
        if role.modified() > user.modified()
            && user.modified().is_some()
            && let Some(modified) = role.data.get("dateLastModified")
        {
            user.data.insert("dateLastModified".into(), modified.clone());
        }
        let mut data = role.data.clone();
        data.retain(|name, _| !matches!(name.as_str(), "sourcedId" | "dateLastModified" | "user"));
        listed.push(Value::Object(data));
    }
    if !listed.is_empty() {
        user.data.insert("roles".into(), Value::Array(listed));
    }
}
