//! Links to the families' pages. A link is a key to a guardian's page, so it is kept nowhere: whoever sends it derives it
//! from a secret, and the table knows a digest of it only.

use crate::keys;
use crate::{Item, StoreError, Table, get_number, get_text, number, text};
use aws_sdk_dynamodb::types::{TransactWriteItem, Update};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use domain::contact::Language;
use domain::ids::UserId;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use std::fmt;

/// Bytes of a token: 128 bits.
const BYTES: usize = 16;
/// How long after its end a link's row is kept.
const KEPT: TimeDelta = TimeDelta::days(30);
/// How often a new generation is tried to be begun.
const TRIES: usize = 4;

/// The secret by which links are derived. With another one every link that was sent is dead.
#[derive(Clone)]
pub struct LinkKey(Vec<u8>);

impl fmt::Debug for LinkKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("•••")
    }
}

impl LinkKey {
    /// The key of a secret text.
    pub fn new(secret: &str) -> Self {
        Self(secret.as_bytes().to_vec())
    }

    /// The token of a guardian's link.
    pub fn token(&self, of: &LinkOf) -> Token {
        let parts = [
            "link",
            of.guardian.as_str(),
            &of.year.to_string(),
            &of.generation.to_string(),
        ];
        Token(URL_SAFE_NO_PAD.encode(&self.sign(&parts)[..BYTES]))
    }

    /// What proves that a form came from a page of ours: bound to its parts, and to nothing else.
    pub fn nonce(&self, parts: &[&str]) -> String {
        let parts: Vec<&str> = ["form"].into_iter().chain(parts.iter().copied()).collect();
        URL_SAFE_NO_PAD.encode(&self.sign(&parts)[..BYTES])
    }

    /// Where something came from, without saying where.
    pub fn place(&self, address: &str) -> String {
        URL_SAFE_NO_PAD.encode(&self.sign(&["place", address])[..BYTES])
    }

    fn sign(&self, parts: &[&str]) -> Vec<u8> {
        // HMAC takes a key of any length.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else {
            return vec![0; 32];
        };
        for part in parts {
            // The length keeps `a`, `bc` and `ab`, `c` apart.
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part.as_bytes());
        }
        mac.finalize().into_bytes().to_vec()
    }
}

/// Whose link, of which school year and generation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkOf {
    /// The guardian.
    pub guardian: UserId,
    /// The school year, by the year it begins in.
    pub year: i32,
    /// Raised to make every earlier link dead.
    pub generation: u32,
}

/// A token: the secret part of a link. Never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("•••")
    }
}

impl Token {
    /// The token of a path; whatever it is, it may be looked up.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself: for the message, never for a log.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What the table knows of it.
    pub fn digest(&self) -> String {
        Sha256::digest(self.0.as_bytes())
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }
}

/// The last instant at which a link of a school year works: the end of the July after it.
pub fn ends(year: i32) -> DateTime<Utc> {
    let august = NaiveDate::from_ymd_opt(year + 1, 8, 1).unwrap_or(NaiveDate::MAX);
    august.and_time(NaiveTime::MIN).and_utc()
}

impl Table {
    /// The token of a guardian's link of a school year, which the table knows from here on, and the language that the
    /// guardian chose on the page.
    pub async fn link(
        &self,
        key: &LinkKey,
        guardian: &UserId,
        year: i32,
    ) -> Result<(Token, Option<Language>), StoreError> {
        let (row, language) = self.links_of(guardian, year).await?;
        let of = LinkOf {
            guardian: guardian.clone(),
            year,
            generation: get_number(&row, "generation").unwrap_or(1),
        };
        let token = key.token(&of);
        if get_text(&row, "known") != Some(&token.digest()) {
            self.know(&of, &token).await?;
        }
        Ok((token, language))
    }

    /// What is known of a guardian's links of a school year, and the language that the guardian chose.
    async fn links_of(&self, guardian: &UserId, year: i32) -> Result<(Item, Option<Language>), StoreError> {
        let pk = keys::guardian(guardian);
        let wanted = [(pk.clone(), keys::links(year)), (pk, keys::CHOICES.to_owned())];
        let (mut links, mut language) = (Item::new(), None);
        for item in self.items(&wanted).await? {
            if get_text(&item, "SK") == Some(keys::CHOICES) {
                language = get_text(&item, "language").and_then(Language::parse);
            } else {
                links = item;
            }
        }
        Ok((links, language))
    }

    /// Lets the table know a link, if its generation still holds.
    async fn know(&self, of: &LinkOf, token: &Token) -> Result<(), StoreError> {
        let expires = number((ends(of.year) + KEPT).timestamp());
        let row = Item::from([
            ("PK".into(), text(keys::link(&token.digest()))),
            ("SK".into(), text(keys::ROOT)),
            ("guardian".into(), text(of.guardian.as_str())),
            ("year".into(), number(of.year)),
            ("generation".into(), number(of.generation)),
            ("expires_at".into(), expires.clone()),
        ]);
        let known = Update::builder()
            .table_name(&self.name)
            .key("PK", text(keys::guardian(&of.guardian)))
            .key("SK", text(keys::links(of.year)))
            .condition_expression("attribute_not_exists(generation) OR generation = :generation")
            .update_expression("SET generation = :generation, known = :digest, expires_at = :expires")
            .expression_attribute_values(":generation", number(of.generation))
            .expression_attribute_values(":digest", text(token.digest()))
            .expression_attribute_values(":expires", expires)
            .build()?;
        self.client
            .transact_write_items()
            .transact_items(self.put(row, |put| put)?)
            .transact_items(TransactWriteItem::builder().update(known).build())
            .send()
            .await?;
        Ok(())
    }

    /// Whose page a token opens, and the language that the guardian chose; `None`: it is unknown, over or revoked. Costs the
    /// same in each case.
    pub async fn opened(
        &self,
        key: &LinkKey,
        token: &Token,
        now: DateTime<Utc>,
    ) -> Result<Option<(LinkOf, Option<Language>)>, StoreError> {
        let row = self.item(&keys::link(&token.digest()), keys::ROOT).await?;
        let row = row.unwrap_or_default();
        let of = LinkOf {
            guardian: UserId::from(get_text(&row, "guardian").unwrap_or("nobody")),
            year: get_number(&row, "year").unwrap_or_default(),
            generation: get_number(&row, "generation").unwrap_or_default(),
        };
        let (links, language) = self.links_of(&of.guardian, of.year).await?;
        // One that was made with another secret is dead.
        let holds = get_number(&links, "generation") == Some(of.generation) && key.token(&of) == *token;
        Ok((holds && now < ends(of.year)).then_some((of, language)))
    }

    /// Makes every link of a guardian's school year dead; the next one that is sent works.
    pub async fn revoke_links(&self, guardian: &UserId, year: i32) -> Result<(), StoreError> {
        for _ in 0..TRIES {
            let row = self.item(&keys::guardian(guardian), &keys::links(year)).await?;
            let seen: Option<u32> = row.as_ref().and_then(|row| get_number(row, "generation"));
            let Some(seen) = seen else { return Ok(()) };
            let raised = self
                .client
                .update_item()
                .table_name(&self.name)
                .key("PK", text(keys::guardian(guardian)))
                .key("SK", text(keys::links(year)))
                .condition_expression("generation = :seen")
                .update_expression("SET generation = :next")
                .expression_attribute_values(":seen", number(seen))
                .expression_attribute_values(":next", number(seen + 1))
                .send()
                .await;
            match raised.map_err(StoreError::from) {
                Ok(_) => return Ok(()),
                Err(StoreError::LostRace) => {}
                Err(error) => return Err(error),
            }
        }
        Err(StoreError::Unavailable("others revoke the same links".into()))
    }

    /// Keeps the language that a guardian chose.
    pub async fn choose_language(&self, guardian: &UserId, language: &Language) -> Result<(), StoreError> {
        let row = Item::from([
            ("PK".into(), text(keys::guardian(guardian))),
            ("SK".into(), text(keys::CHOICES)),
            ("language".into(), text(language.tag())),
        ]);
        self.write_all(vec![row], Vec::new()).await
    }

    /// Counts one thing more that came from `place` within the window; `false`: there were `most` already.
    pub async fn within_limit(
        &self,
        place: &str,
        most: u32,
        window: TimeDelta,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let seconds = window.num_seconds().max(1);
        let begun = now.timestamp().div_euclid(seconds);
        let counted = self
            .client
            .update_item()
            .table_name(&self.name)
            .key("PK", text(keys::limit(place, begun)))
            .key("SK", text(keys::ROOT))
            .condition_expression("attribute_not_exists(came) OR came < :most")
            .update_expression("SET expires_at = :end ADD came :one")
            .expression_attribute_values(":most", number(most))
            .expression_attribute_values(":one", number(1))
            .expression_attribute_values(":end", number((begun + 2) * seconds))
            .send()
            .await;
        match counted.map_err(StoreError::from) {
            Ok(_) => Ok(true),
            Err(StoreError::LostRace) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(guardian: &str, year: i32, generation: u32) -> LinkOf {
        LinkOf {
            guardian: guardian.into(),
            year,
            generation,
        }
    }

    #[test]
    fn a_token_depends_on_everything_and_is_short() {
        let key = LinkKey::new("one");
        let token = key.token(&of("g-1", 2021, 1));
        assert_eq!(token, key.token(&of("g-1", 2021, 1)));
        assert_eq!(token.reveal().len(), 22);
        for other in [
            of("g-2", 2021, 1),
            of("g-1", 2022, 1),
            of("g-1", 2021, 2),
            of("g-12021", 1, 1),
        ] {
            assert_ne!(token, key.token(&other), "{other:?}");
        }
        assert_ne!(token, LinkKey::new("two").token(&of("g-1", 2021, 1)));
        assert_ne!(token.reveal(), key.nonce(&["g-1", "2021", "1"]));
        assert_eq!(format!("{token:?} {key:?}"), "••• •••");
    }

    #[test]
    fn links_end_with_the_july_after_their_school_year() {
        assert_eq!(ends(2021).to_rfc3339(), "2022-08-01T00:00:00+00:00");
    }
}
