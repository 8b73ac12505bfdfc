//! Reads the objects that decide a student's facts. What belongs to a school, a class or the district is read once an
//! invocation.

use domain::contact::Standing;
use domain::facts::{Facts, contacts_of, gather, schools};
use domain::ids::{OrgId, UserId};
use domain::roster::{Enrollment, Object, ObjectKey, ObjectKind, Recorded};
use runtime::{App, Failure};
use std::collections::{BTreeMap, BTreeSet};
use store::Table;
use store::contacts::{ContactId, ContactKey};
use tokio::sync::Mutex;

pub(crate) struct Gatherer {
    table: Table,
    contacts: ContactKey,
    /// The objects that refer to a school, a class or the district, and the thing itself.
    scopes: Mutex<BTreeMap<String, Vec<Recorded>>>,
}

impl Gatherer {
    pub(crate) fn new(app: &App) -> Result<Self, Failure> {
        Ok(Self {
            table: app.table.clone(),
            contacts: app.contact_key()?.clone(),
            scopes: Mutex::default(),
        })
    }

    /// The facts about a student; `None`: the SIS does not describe this user as a student.
    pub(crate) async fn facts(&self, student: &UserId) -> Result<Option<Facts>, Failure> {
        let own_key = ObjectKey::new(ObjectKind::User, student.as_str());
        let mut objects = self.table.objects(std::slice::from_ref(&own_key)).await?;
        let Some(Object::User(own)) = objects.first().map(|recorded| recorded.object.clone()) else {
            return Ok(None);
        };
        let mut wanted: BTreeSet<ObjectKey> = own
            .agents
            .iter()
            .map(|agent| ObjectKey::new(ObjectKind::User, agent.as_str()))
            .collect();
        let refer = self.table.referring(&own_key.to_string()).await?;
        wanted.extend(refer.iter().filter_map(|row| row.parse().ok()));
        let wanted: Vec<ObjectKey> = wanted.into_iter().collect();
        objects.extend(self.table.objects(&wanted).await?);
        let standings = self.standings(&objects).await?;

        let mut scopes: BTreeSet<String> = BTreeSet::from(["district".to_owned()]);
        scopes.extend(objects.iter().filter_map(|recorded| match &recorded.object {
            Object::Enrollment(Enrollment { class, user, .. }) if user == student => Some(format!("class#{class}")),
            _ => None,
        }));
        for (_, school) in schools(&own) {
            let of = self.scope(&format!("org#{school}")).await?;
            scopes.extend(parent(&school, &of).map(|parent| format!("org#{parent}")));
            objects.extend(of);
        }
        for scope in scopes {
            objects.extend(self.scope(&scope).await?);
        }
        Ok(gather(student, &objects, |contact| {
            standings.get(&self.contacts.id(contact)).copied().unwrap_or_default()
        }))
    }

    /// What became known of the numbers and addresses of these users.
    async fn standings(&self, objects: &[Recorded]) -> Result<BTreeMap<ContactId, Standing>, Failure> {
        let users = objects.iter().filter_map(|recorded| match &recorded.object {
            Object::User(user) => Some(user),
            _ => None,
        });
        let ids: Vec<ContactId> = users
            .flat_map(|user| contacts_of(user))
            .map(|contact| self.contacts.id(&contact))
            .collect();
        Ok(self.table.standings(&ids).await?)
    }

    async fn scope(&self, scope: &str) -> Result<Vec<Recorded>, Failure> {
        let mut known = self.scopes.lock().await;
        if let Some(objects) = known.get(scope) {
            return Ok(objects.clone());
        }
        let refer = self.table.referring(scope).await?;
        let mut wanted: Vec<ObjectKey> = refer.iter().filter_map(|row| row.parse().ok()).collect();
        wanted.extend(scope.parse::<ObjectKey>());
        let objects = self.table.objects(&wanted).await?;
        known.insert(scope.to_owned(), objects.clone());
        Ok(objects)
    }
}

fn parent(school: &OrgId, objects: &[Recorded]) -> Option<OrgId> {
    objects.iter().find_map(|recorded| match &recorded.object {
        Object::Org(org) if recorded.key.id.as_str() == school.as_str() => org.parent.clone(),
        _ => None,
    })
}
