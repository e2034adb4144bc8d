//! How hard the sentences on screen are to read: what stands in `index.html`, and what the program says.
//!
//! The measure is the Flesch–Kincaid grade level (Kincaid and others, 1975), which is made of the words in a
//! sentence and the syllables in a word. A grade is a school year of the United States: with 5 added, it is the age
//! of those who are in it. Names and words that cannot be said otherwise count as one syllable: [`TERMS`]; so do
//! long words that every child knows: [`FAMILIAR`]. Of two or three words the measure tells nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The oldest reader that a sentence may need.
pub const OLDEST: f64 = 11.0;

/// The fewest words that are a sentence.
const FEWEST_WORDS: usize = 4;

/// The service's own terms, and names. Each counts as one syllable, and its plural too.
const TERMS: &[&str] = &[
    "Acceptable Use Policy",
    "account",
    "application",
    "Approaching Standards",
    "association",
    "calendar",
    "caremail-application",
    "Care Quality Commission",
    "CQC Provider Portal",
    "CQC-registered",
    "Data Security and Protection Toolkit",
    "email",
    "email address",
    "head office",
    "helpdesk",
    "JavaScript",
    "Local Administrator",
    "Location ID",
    "manager",
    "manager’s ID",
    "mobile",
    "mobile number",
    "NHS.net Connect",
    "NHSmail",
    "ODS code",
    "one-time passcode",
    "organisation",
    "owner",
    "passcode",
    "password",
    "portal",
    "postcode",
    "Provider ID",
    "publicly funded care",
    "registered",
    "registered with CQC",
    "registration details",
    "sensitive information",
    "sessionStorage",
    "shared mailbox",
    "spreadsheet",
    "Standards Exceeded",
    "Standards Met",
    "telephone",
    "third-party route",
    "toolkit",
    "username",
    "Web Content Accessibility Guidelines",
    "WebAssembly",
    "workbook",
];

/// Long words that a child of nine knows.
const FAMILIAR: &[&str] = &[
    "already",
    "another",
    "anybody",
    "anyone",
    "anything",
    "colleague",
    "colleagues",
    "computer",
    "everybody",
    "everyone",
    "everything",
    "example",
    "hospital",
    "January",
    "keyboard",
    "nobody",
    "September",
    "somebody",
    "November",
];

/// One sentence on screen.
pub struct Sentence {
    /// The file it stands in.
    pub file: String,
    /// Its words, with “…” for what the program fills in.
    pub text: String,
    /// The age of those who read it with ease.
    pub age: f64,
}

/// Every sentence of the program whose root is `root`, the hardest first.
pub fn sentences(root: &Path) -> Vec<Sentence> {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let mut add = |file: &str, text: &str| {
        for sentence in split(text) {
            texts.entry(sentence).or_insert_with(|| file.to_owned());
        }
    };
    let page = fs::read_to_string(root.join("index.html")).unwrap_or_default();
    let body = page.split_once("<body>").map_or("", |(_, body)| body);
    blocks(body).iter().for_each(|block| add("index.html", block));
    for (file, code) in sources(&root.join("src")) {
        for literal in literals(&code) {
            // What the program says begins with a capital; the rest are names, keys and classes.
            if literal.trim_start().starts_with(char::is_uppercase) || literal.contains('<') {
                blocks(&literal).iter().for_each(|block| add(&file, block));
            }
        }
    }
    let mut sentences: Vec<Sentence> = texts
        .into_iter()
        .filter_map(|(text, file)| reading_age(&text).map(|age| Sentence { file, text, age }))
        .collect();
    sentences.sort_by(|one, other| other.age.total_cmp(&one.age));
    sentences
}

/// The age of those who read `sentence` with ease; `None` for what is too short to be judged.
pub fn reading_age(sentence: &str) -> Option<f64> {
    let plain = without_terms(sentence);
    let words: Vec<&str> = plain
        .split(|c: char| !c.is_alphanumeric() && !"'’-@./".contains(c))
        .filter(|word| word.contains(char::is_alphanumeric))
        .collect();
    // What a calendar is written in.
    let is_code = words.len() < FEWEST_WORDS || sentence.contains("RRULE");
    if is_code {
        return None;
    }
    let count = words.len() as f64;
    let syllables = words.iter().map(|word| syllables(word)).sum::<usize>() as f64;
    Some(0.39 * count + 11.8 * syllables / count - 15.59 + 5.0)
}

/// `sentence` with “it” for each of the [`TERMS`], and for each address.
fn without_terms(sentence: &str) -> String {
    let mut plain = sentence.to_owned();
    let mut terms = TERMS.to_vec();
    terms.sort_by_key(|term| std::cmp::Reverse(term.len()));
    for term in terms {
        let mut rest = plain.as_str();
        let mut replaced = String::new();
        while let Some(at) = rest.to_ascii_lowercase().find(&term.to_ascii_lowercase()) {
            let (before, behind) = (&rest[..at], &rest[at + term.len()..]);
            let behind = behind.strip_prefix("es").or_else(|| behind.strip_prefix('s')).unwrap_or(behind);
            let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let is_apart = !is_word(before.chars().next_back()) && !is_word(behind.chars().next());
            replaced.push_str(before);
            replaced.push_str(if is_apart { "it" } else { &rest[at..at + term.len()] });
            rest = if is_apart { behind } else { &rest[at + term.len()..] };
        }
        plain = replaced + rest;
    }
    plain
}

/// The syllables of a word, by its vowels. A number, or a part of an address, is one.
fn syllables(word: &str) -> usize {
    let is_address = word.contains(['@', '/']) || word.trim_end_matches('.').contains('.');
    let lower = word.to_lowercase();
    if is_address || FAMILIAR.iter().any(|known| known.to_lowercase() == lower.trim_end_matches(['.', '\'']))
    {
        return 1;
    }
    let parts = lower.split('-').map(|part| {
        let letters: Vec<char> = part.chars().filter(char::is_ascii_alphabetic).collect();
        let is_vowel = |c: &char| "aeiouy".contains(*c);
        let groups = letters
            .chunk_by(|one, other| is_vowel(one) == is_vowel(other))
            .filter(|run| is_vowel(&run[0]))
            .count();
        let silent = match letters.as_slice() {
            [.., 'l', 'e'] => false,
            [.., 'e'] => true,
            [.., before, 'e', 's'] => !"aeiouycsxzgh".contains(*before),
            [.., before, 'e', 'd'] => !"aeiouytd".contains(*before),
            _ => false,
        };
        groups.saturating_sub(usize::from(silent && groups > 1)).max(1)
    });
    parts.sum()
}

/// The sentences of a text, each with what the program fills in as “…”.
fn split(text: &str) -> Vec<String> {
    let mut filled = String::new();
    let mut depth = 0;
    for c in text.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    filled.push('…');
                }
            }
            _ if depth == 0 => filled.push(c),
            _ => {}
        }
    }
    let words: Vec<&str> = filled.split_whitespace().collect();
    words
        .split_inclusive(|word| word.trim_end_matches(['”', ')']).ends_with(['.', '?', '!', ':', ';']))
        .map(|sentence| sentence.join(" "))
        .collect()
}

/// The pieces of HTML or of plain text that stand by themselves on screen.
fn blocks(html: &str) -> Vec<String> {
    const INLINE: [&str; 8] =
        ["a", "/a", "strong", "/strong", "code", "/code", "span class=\"app-value\"", "/span"];
    let mut blocks = vec![String::new()];
    for (index, part) in html.split('<').enumerate() {
        let (tag, text) = if index == 0 { ("", part) } else { part.split_once('>').unwrap_or(("", part)) };
        let is_inline = INLINE.iter().any(|inline| tag == *inline || tag.starts_with("a "));
        if index > 0 && !is_inline {
            blocks.push(String::new());
        }
        if let Some(block) =
            blocks.last_mut().filter(|_| !tag.starts_with("script") && !tag.starts_with("!--"))
        {
            block.push_str(text);
        }
    }
    blocks
}

/// The files of Rust below `folder`, without their tests.
fn sources(folder: &Path) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = fs::read_to_string(&path).unwrap_or_default();
                let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default().to_owned();
                files.push((path.to_string_lossy().into_owned(), code));
            }
        }
    }
    files
}

/// The string literals of `code`, but for the titles of other people's pages.
fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find(['"', '/', '\'']) {
        let (before, here) = rest.split_at(at);
        if let Some(behind) = here.strip_prefix("//") {
            rest = behind.split_once('\n').map_or("", |(_, next)| next);
        } else if let Some(behind) = here.strip_prefix("'\"'").or_else(|| here.strip_prefix("'\\\"'")) {
            rest = behind;
        } else if let Some(behind) = here.strip_prefix('"') {
            let mut text = String::new();
            let mut characters = behind.char_indices();
            let mut end = behind.len();
            while let Some((place, c)) = characters.next() {
                match c {
                    '"' => {
                        end = place + 1;
                        break;
                    }
                    '\\' => match characters.next() {
                        Some((_, '\n' | 'n')) => text.push(' '),
                        Some((_, escaped)) => text.push(escaped),
                        None => {}
                    },
                    _ => text.push(c),
                }
            }
            if !before.trim_end().ends_with("title:") {
                found.push(text);
            }
            rest = &behind[end..];
        } else {
            rest = &here[1..];
        }
    }
    found
}
