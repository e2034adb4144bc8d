//! Texts that hold people and are no table with separators: blocks of "label: value", columns made of spaces, vCards,
//! addresses copied from a mail, lines as people type them. Each is laid out as a sheet, with headings.

mod addresses;
mod labelled;
mod ldif;
mod sheet;
mod spaced;
mod typed;
mod vcards;

use addresses::addresses;
use labelled::{labelled, labelled_lines};
use ldif::ldif;
use spaced::{spaced, stacked};
use typed::{blocks, mentions, typed};
use vcards::vcards;

use super::table::Sheet;

/// The sheet that such a text makes, whatever separators stand in it; `None` for any other.
pub(super) fn of_marked_text(text: &str) -> Option<Sheet> {
    vcards(text).or_else(|| ldif(text)).or_else(|| labelled_lines(text)).or_else(|| addresses(text))
}

/// The sheet that a text without separators makes; `None` where it is laid out in none of these ways.
pub(super) fn laid_out(text: &str) -> Option<Sheet> {
    labelled(text)
        .or_else(|| spaced(text))
        .or_else(|| stacked(text))
        .or_else(|| typed(text))
        .or_else(|| mentions(text))
        .or_else(|| blocks(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&[&str]]) {
        let sheet = of_marked_text(text).or_else(|| laid_out(text)).unwrap_or_default();
        let rows: Vec<Vec<&str>> =
            sheet.rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect()).collect();
        assert_eq!(rows, expected, "{text}");
    }

    #[test]
    fn labelled_blocks_are_a_table() {
        check(
            "First name: Anna\r\nSurname: Nowak\r\nEmail: a@example.org\r\n\r\nFirst name: Ben\r\nSurname: Jones\r\nEmail: b@example.org\r\n",
            &[
                &["First name", "Surname", "Email"],
                &["Anna", "Nowak", "a@example.org"],
                &["Ben", "Jones", "b@example.org"],
            ],
        );
    }

    #[test]
    fn lines_with_labels_are_a_table() {
        check(
            "Name: Anna Nowak, Mobile: 07700 900811, Email: a@example.org\nName: Ben Jones, Mobile: 07700 900812, Email: b@example.org\n",
            &[
                &["Name", "Mobile", "Email"],
                &["Anna Nowak", "07700 900811", "a@example.org"],
                &["Ben Jones", "07700 900812", "b@example.org"],
            ],
        );
    }

    #[test]
    fn columns_of_spaces_are_a_table() {
        check(
            "Name            Mobile          Email\nAnna Nowak      07700 900811    a@example.org\nBen Jones                       b@example.org\n",
            &[
                &["Name", "Mobile", "Email"],
                &["Anna Nowak", "07700 900811", "a@example.org"],
                &["Ben Jones", "", "b@example.org"],
            ],
        );
    }

    #[test]
    fn cards_are_a_table() {
        check(
            "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:D=C4=85browska;Ewa;;;\r\nTEL;HOME:01632 960123\r\nTEL;CELL:07700 900123\r\nEMAIL:e@example.org\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Ben Jones\r\nitem1.EMAIL;type=WORK:b@example.org\r\nEND:VCARD\r\n",
            &[
                &["First name", "Last name", "Email", "Mobile"],
                &["Ewa", "Dąbrowska", "e@example.org", "07700 900123"],
                &["Ben", "Jones", "b@example.org", ""],
            ],
        );
    }

    #[test]
    fn records_of_a_directory_are_a_table() {
        check(
            "dn: cn=Anna Nowak,mail=a@example.org\nobjectclass: person\ngivenName: Anna\nsn: Nowak\ncn: Anna Nowak\nmail: a@exa\n mple.org\nmobile: 07700 900811\n\ndn:: Y249Wm/Dqw==\nobjectclass: person\ncn:: Wm/DqyBKb25lcw==\nmail: z@example.org\n\ndn: cn=All\nobjectclass: groupOfNames\ncn: All\n",
            &[
                &["First name", "Last name", "Email", "Mobile"],
                &["Anna", "Nowak", "a@example.org", "07700 900811"],
                &["Zoë", "Jones", "z@example.org", ""],
            ],
        );
    }

    #[test]
    fn one_cell_a_line_is_a_table() {
        check(
            "Name\nMobile\nEmail\nAnna Nowak\n07700 900811\na@example.org\nBen Jones\n07700 900812\nb@example.org\n",
            &[
                &["Name", "Mobile", "Email"],
                &["Anna Nowak", "07700 900811", "a@example.org"],
                &["Ben Jones", "07700 900812", "b@example.org"],
            ],
        );
        check(
            "Anna Nowak\na@example.org\n\nBen Jones\nb@example.org\n",
            &[
                &["Name", "Email", "Mobile"],
                &["Anna Nowak", "a@example.org", ""],
                &["Ben Jones", "b@example.org", ""],
            ],
        );
    }

    #[test]
    fn the_addresses_of_a_mail_are_a_table() {
        check(
            "Anna Nowak <a@example.org>; \"Jones, Ben\" <b@example.org>",
            &[&["Name", "Email"], &["Anna Nowak", "a@example.org"], &["Jones, Ben", "b@example.org"]],
        );
    }

    #[test]
    fn lines_as_people_type_them_are_a_table() {
        check(
            "1. Anna Nowak 07700 900811 a@example.org\n2. Ben Jones - b@example.org\n",
            &[
                &["Name", "Email", "Mobile"],
                &["Anna Nowak", "a@example.org", "07700 900811"],
                &["Ben Jones", "b@example.org", ""],
            ],
        );
    }

    #[test]
    fn people_named_in_a_sentence_are_a_table() {
        check(
            "Hi Helen,\n\nThe two are Anna Nowak (anna@example.org, 07700 900811) and Ben Jones (ben@example.org).\n",
            &[
                &["Name", "Email", "Mobile", "Text"],
                &["", "", "", "Hi Helen,"],
                &["Anna Nowak", "anna@example.org", "07700 900811"],
                &["Ben Jones", "ben@example.org", ""],
            ],
        );
    }

    #[test]
    fn a_post_between_a_name_and_its_address_is_other_text() {
        check(
            "Anna Nowak\nRegistered Manager\nanna.nowak@example.org\n07700 900811\n\nBen Jones\nE: ben@example.org\n",
            &[
                &["Name", "Email", "Mobile", "Text"],
                &["Anna Nowak", "anna.nowak@example.org", "07700 900811"],
                &["", "", "", "Registered Manager"],
                &["Ben Jones", "ben@example.org", ""],
            ],
        );
        // Of several names the address tells whose it is.
        check(
            "Kind regards\n\nAnna Nowak\nManager\n\nOaklea House Residential Home\nM: 07700 900811\nE: anna.nowak@example.org\nW: info@example.org\n",
            &[
                &["Name", "Email", "Mobile", "Text"],
                &["", "", "", "Kind regards"],
                &["Anna Nowak", "anna.nowak@example.org", "M: 07700 900811"],
                &["", "", "", "Manager"],
                &["", "", "", "Oaklea House Residential Home"],
                &["", "", "", "W: info@example.org"],
            ],
        );
    }

    #[test]
    fn other_texts_are_left_to_their_separators() {
        for text in [
            "",
            "Name,Email\nAnna,a@example.org",
            "Anna\tSmith\ta@example.org\nBen\tJones\tb@example.org",
            "Anna Smith\nBen Jones",
            "a@example.org\nb@example.org",
            "Dear all,\nthe rota is in the office.\n",
        ] {
            assert_eq!(of_marked_text(text).or_else(|| laid_out(text)), None, "{text}");
        }
    }
}
