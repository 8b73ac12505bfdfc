//! Whether a request comes from the SIS: signatures after Standard Webhooks 1.0.
//!
//! The signature covers `id.timestamp.body`. Time is an argument, comparison takes constant time, and a secret that is
//! too short to protect anything is refused when it is read.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::{Choice, ConstantTimeEq};

/// Seconds that a request's timestamp may lie from our clock, either way.
pub const TOLERANCE_SECONDS: i64 = 300;

/// A secret shared with the SIS. Prints as a mask.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Vec<u8>);

/// The text is not a secret of Standard Webhooks.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("a webhook secret is `whsec_` and the base64 of 24 to 64 bytes")]
pub struct NotASecret;

impl Secret {
    /// Reads `whsec_<base64>` of 24 to 64 bytes. Without the prefix too: a secret that AWS makes has none.
    pub fn parse(text: &str) -> Result<Self, NotASecret> {
        let encoded = text.trim();
        let encoded = encoded.strip_prefix("whsec_").unwrap_or(encoded);
        let bytes = STANDARD.decode(encoded).map_err(|_| NotASecret)?;
        if (24..=64).contains(&bytes.len()) {
            Ok(Self(bytes))
        } else {
            Err(NotASecret)
        }
    }

    /// The signature of a request, as it stands in `webhook-signature`.
    pub fn sign(&self, id: &str, timestamp: &str, body: &[u8]) -> String {
        format!("v1,{}", STANDARD.encode(self.digest(id, timestamp, body)))
    }

    fn digest(&self, id: &str, timestamp: &str, body: &[u8]) -> Vec<u8> {
        // HMAC takes a key of any length; the error exists for other constructions.
        let Ok(mac) = Hmac::<Sha256>::new_from_slice(&self.0) else {
            return Vec::new();
        };
        let signed = [id.as_bytes(), b".", timestamp.as_bytes(), b".", body];
        signed
            .into_iter()
            .fold(mac, Mac::chain_update)
            .finalize()
            .into_bytes()
            .to_vec()
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("whsec_•••")
    }
}

/// The request is not shown to come from the SIS: 401, without saying why.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("signature missing, wrong, or outside the time window")]
pub struct Unsigned;

/// Accepts a request that one of `secrets` signed within five minutes of `now`.
///
/// `signatures` is the header as it came: several, separated by spaces, where the sender rotates its secret; versions
/// other than `v1` are passed over.
pub fn verify(
    secrets: &[Secret],
    id: &str,
    timestamp: &str,
    signatures: &str,
    body: &[u8],
    now: DateTime<Utc>,
) -> Result<(), Unsigned> {
    let sent: i64 = timestamp.parse().map_err(|_| Unsigned)?;
    let distance = i128::from(now.timestamp()) - i128::from(sent);
    if id.is_empty() || distance.abs() > i128::from(TOLERANCE_SECONDS) {
        return Err(Unsigned);
    }
    let mut genuine = Choice::from(0);
    for claimed in signatures
        .split(' ')
        .filter_map(|signature| signature.strip_prefix("v1,"))
    {
        let Ok(claimed) = STANDARD.decode(claimed) else {
            continue;
        };
        for secret in secrets {
            let expected = secret.digest(id, timestamp, body);
            genuine |= Choice::from(u8::from(!expected.is_empty())) & expected.ct_eq(&claimed);
        }
    }
    if bool::from(genuine) { Ok(()) } else { Err(Unsigned) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The vector that the Standard Webhooks libraries publish.
    const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const ID: &str = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    const TIMESTAMP: &str = "1614265330";
    const BODY: &[u8] = br#"{"test": 2432232314}"#;
    const SIGNATURE: &str = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    fn secret(text: &str) -> Secret {
        Secret::parse(text).unwrap()
    }

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    fn check(timestamp: &str, signatures: &str, body: &[u8], now: i64, genuine: bool) {
        let other = secret("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        let found = verify(&[other, secret(SECRET)], ID, timestamp, signatures, body, at(now)).is_ok();
        assert_eq!(found, genuine, "{timestamp} {signatures} at {now}");
    }

    #[test]
    fn the_published_vector_verifies() {
        check(TIMESTAMP, SIGNATURE, BODY, 1_614_265_330, true);
        assert_eq!(secret(SECRET).sign(ID, TIMESTAMP, BODY), SIGNATURE);
    }

    #[test]
    fn signs_as_the_standards_own_library_does() {
        let theirs = standardwebhooks::Webhook::new(SECRET).unwrap();
        assert_eq!(theirs.sign(ID, 1_614_265_330, BODY).unwrap(), SIGNATURE);
    }

    #[test]
    fn the_window_is_five_minutes_either_way() {
        for (now, genuine) in [
            (1_614_265_030, true),
            (1_614_265_630, true),
            (1_614_265_029, false),
            (1_614_265_631, false),
        ] {
            check(TIMESTAMP, SIGNATURE, BODY, now, genuine);
        }
    }

    #[test]
    fn anything_forged_is_refused() {
        let now = 1_614_265_330;
        check(TIMESTAMP, SIGNATURE, b"{}", now, false);
        check(TIMESTAMP, "", BODY, now, false);
        check(TIMESTAMP, "v1,", BODY, now, false);
        check(TIMESTAMP, "v1,AAAA", BODY, now, false);
        check(TIMESTAMP, &SIGNATURE.replace("v1", "v2"), BODY, now, false);
        check("1614265331", SIGNATURE, BODY, now, false);
        for odd in [
            "",
            "soon",
            "-9223372036854775808",
            "9223372036854775807",
            "99999999999999999999",
        ] {
            check(odd, SIGNATURE, BODY, now, false);
        }
        assert_eq!(verify(&[], ID, TIMESTAMP, SIGNATURE, BODY, at(now)), Err(Unsigned));
    }

    #[test]
    fn one_of_several_signatures_is_enough_while_secrets_rotate() {
        check(
            TIMESTAMP,
            &format!("v1,AAAA {SIGNATURE} v2,x"),
            BODY,
            1_614_265_330,
            true,
        );
    }

    #[test]
    fn a_secret_that_protects_nothing_is_refused() {
        for text in [
            "",
            "whsec_",
            "whsec_c2hvcnQ=",
            "whsec_not base64",
            "whsec_whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        ] {
            assert_eq!(Secret::parse(text), Err(NotASecret), "{text}");
        }
        assert_eq!(secret("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), secret(SECRET));
        assert_eq!(format!("{:?}", secret(SECRET)), "whsec_•••");
    }
}
