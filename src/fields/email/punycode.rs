//! Punycode (RFC 3492): how a domain in letters of another script travels in plain ones.

const BASE: u32 = 36;

/// The label that stands behind `xn--`, decoded. `None` where it encodes nothing.
pub(super) fn decoded(encoded: &str) -> Option<String> {
    let (basic, extended) = encoded.rsplit_once('-').unwrap_or(("", encoded));
    let mut label: Vec<char> = basic.chars().collect();
    let (mut code, mut position, mut bias) = (128_u32, 0_u32, 72);
    let mut digits = extended.bytes().peekable();
    while digits.peek().is_some() {
        let before = position;
        let mut weight = 1_u32;
        for k in (BASE..).step_by(BASE as usize) {
            let digit = value(digits.next()?)?;
            position = digit.checked_mul(weight)?.checked_add(position)?;
            let threshold = threshold(k, bias);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(BASE - threshold)?;
        }
        let length = u32::try_from(label.len()).ok()? + 1;
        bias = adapted(position - before, length, before == 0);
        code = code.checked_add(position / length)?;
        position %= length;
        label.insert(position as usize, char::from_u32(code)?);
        position += 1;
    }
    let label: String = label.into_iter().collect();
    // A label of plain letters alone is written as it is.
    (!label.is_ascii()).then_some(label)
}

/// How many characters `label` has as it travels, `xn--` included.
pub(super) fn encoded_length(label: &str) -> usize {
    let letters: Vec<u32> = label.chars().map(u32::from).collect();
    let basic = letters.iter().filter(|&&c| c < 128).count();
    if basic == letters.len() {
        return basic;
    }
    let mut length = basic + usize::from(basic > 0);
    let (mut code, mut delta, mut bias) = (128_u32, 0_u32, 72);
    let mut handled = basic;
    while let Some(&next) = letters.iter().filter(|&&c| c >= code).min() {
        let count = u32::try_from(handled).unwrap_or(u32::MAX).saturating_add(1);
        delta = delta.saturating_add((next - code).saturating_mul(count));
        code = next;
        for &c in &letters {
            if c < code {
                delta = delta.saturating_add(1);
            }
            if c == code {
                length += digits_of(delta, bias);
                let count = u32::try_from(handled).unwrap_or(u32::MAX).saturating_add(1);
                bias = adapted(delta, count, handled == basic);
                delta = 0;
                handled += 1;
            }
        }
        delta = delta.saturating_add(1);
        code += 1;
    }
    "xn--".len() + length
}

/// With how many digits `delta` is written.
fn digits_of(delta: u32, bias: u32) -> usize {
    let (mut rest, mut k, mut count) = (delta, BASE, 1);
    loop {
        let threshold = threshold(k, bias);
        if rest < threshold {
            return count;
        }
        rest = (rest - threshold) / (BASE - threshold);
        k += BASE;
        count += 1;
    }
}

fn threshold(k: u32, bias: u32) -> u32 {
    k.saturating_sub(bias).clamp(1, 26)
}

fn adapted(delta: u32, length: u32, is_first: bool) -> u32 {
    let mut delta = delta / if is_first { 700 } else { 2 };
    delta += delta / length;
    let mut k = 0;
    while delta > 455 {
        delta /= 35;
        k += BASE;
    }
    k + 36 * delta / (delta + 38)
}

/// The number that a digit stands for: a to z are 0 to 25, 0 to 9 are 26 to 35.
fn value(digit: u8) -> Option<u32> {
    match digit {
        b'a'..=b'z' => Some(u32::from(digit - b'a')),
        b'0'..=b'9' => Some(u32::from(digit - b'0') + 26),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_domains_decode_and_have_their_length() {
        for (encoded, label) in [
            ("bcher-kva", "bücher"),
            ("p1ai", "рф"),
            ("mnchen-3ya", "münchen"),
            ("r8jz45g", "例え"),
            ("zckzah", "テスト"),
            ("ihqwcrb4cv8a8dqg056pqjye", "他们为什么不说中文"),
        ] {
            assert_eq!(decoded(encoded).as_deref(), Some(label));
            assert_eq!(encoded_length(label), encoded.len() + 4, "{label}");
        }
        assert_eq!(encoded_length("example"), 7);
    }

    #[test]
    fn what_encodes_nothing_does_not_decode() {
        for encoded in ["", "example-", "-", "a-", "99999999999", "é", "zzzzzzzzzzzzzzzzz", "k"] {
            assert_eq!(decoded(encoded), None, "{encoded}");
        }
    }

    proptest! {
        #[test]
        fn nothing_brings_it_down(text in "[a-z0-9-]{0,70}", label in "\\PC{0,70}") {
            let _ = (decoded(&text), encoded_length(&label));
            if let Some(label) = decoded(&text) {
                // Some labels are written in more ways than one; none is longer than it was.
                prop_assert!(encoded_length(&label) <= text.len() + 4, "{label}");
            }
        }
    }
}
