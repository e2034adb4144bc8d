//! The words that people write above their columns, in the languages of the care workforce.

use super::meaning::Meaning;

/// Names of each meaning, without spaces, punctuation, accents and capitals; the surer list first. In order:
/// English, Polish, Romanian, Bulgarian, Hungarian, Lithuanian and Latvian, Portuguese and Spanish, Italian, French,
/// German, Welsh, Filipino, Czech and Slovak, Russian and Ukrainian, Croatian, Dutch, Turkish.
pub(super) const NAMES: [(Meaning, &str, &str); 8] = [
    (
        Meaning::FirstName,
        "firstname firstnames forename forenames givenname givennames christianname fname legalfirstname \
         imie imiona pierwszeimie prenume prenumele собственоиме keresztnev utonev vardai primeironome \
         primernombre prenom prenoms vorname vornamen nomeproprio enwcyntaf unangpangalan krestnijmeno krstnemeno voornaam \
         fornamn ad adi",
        "first given initial initials firstinitial nome nombre nombres vardas vards jmeno meno ime име имя імя",
    ),
    (
        Meaning::LastName,
        "lastname lastnames surname surnames familyname secondname lname legallastname nazwisko nume \
         numedefamilie numeledefamilie фамилия фамилноиме прізвище vezeteknev csaladnev pavarde uzvards apelido apelidos sobrenome \
         apellido apellidos primerapellido cognome cognomi nom nomdefamille nachname familienname zuname cyfenw \
         apelyido prijmeni priezvisko prezime achternaam efternamn soyad soyadi",
        "last family second",
    ),
    (
        Meaning::FullName,
        "fullname name names staffname staffnames nameofstaff employeename nameofemployee personname staffmember \
         staffmembername nameofstaffmember membername nameofperson workername carername colleaguename nameinfull \
         displayname completename teammember firstnamelastname firstandlastname firstnameandsurname firstnamesurname \
         forenamesurname forenameandsurname surnameforename surnamefirstname lastnamefirstname namesurname \
         nameandsurname nameofcarer nameofemployees imieinazwisko nazwiskoiimie imienazwisko nazwiskoimie numesiprenume \
         numeprenume prenumesinume numecomplet numeleprenumele имеифамилия тритеимена имена teljesnev nev \
         vardaspavarde vardasirpavarde nomecompleto nombrecompleto nombreyapellido nombreyapellidos \
         apellidosynombre nomeecognome cognomeenome nominativo nomcomplet nometprenom nomprenom prenometnom \
         vollername vorundnachname vornamenachname enwllawn enw pangalan buongpangalan jmenoaprijmeni \
         menoapriezvisko фио піб imeiprezime adsoyad emri",
        "staff user username employee person worker colleague carer member individual who personal empleado mitarbeiter \
         pracownik angajat служител munkatars darbuotojas колега",
    ),
    (
        Meaning::PreferredName,
        "preferredname preferredfirstname knownas knownasname nickname likestobecalled calledname",
        "preferred",
    ),
    (
        Meaning::Email,
        "mail mailaddress mailid primarysmtpaddress mejl mailadresse posta pasto ebost elpastas \
         epasts elpasts",
        "userprincipalname upn",
    ),
    (
        Meaning::Mobile,
        "mobile mobiles mob mobno mobnumber mobnum mobtel mobphone mobilephone cell cellphone cellnumber telmob handy handynummer \
         gsm komorka portable whatsapp",
        "phone phonenumber phoneno phonenumbers telephone telephones telephonenumber telephoneno tel telno telnumber \
         telnr contactnumber contactno contactnumbers contactphone contacttel contactdetails contact number ph phno \
         telefon telefono telefone telefonas telefonszam nrtelefonu numertelefonu nrdetelefon numardetelefon \
         telefonnummer telefonnr talrunis ffon rhifffon rhif телефон телефонененомер numtel numerodetelephone \
         numerodetelefono numerotelefono",
    ),
    (
        Meaning::LeavingDate,
        "left dateleft leftdate leavingdate leavedate leaverdate leaversdate dateofleaving enddate employmentenddate \
         terminationdate lastworkingday lastday finishdate datefinished leftemployment dataodejscia dataplecarii",
        "leaver leavers leaving terminated finished",
    ),
    (
        Meaning::Status,
        "status employmentstatus employeestatus staffstatus workerstatus accountstatus activestatus currentstatus \
         active isactive activeyn currentstaff currentemployee stillemployed stillworking blockcredential \
         signinblocked accountenabled enabled suspended archived disabled statut stan estado stato statusas",
        "",
    ),
];

/// Words that a longer heading holds: "Email address (not shared)", "Mobile tel. no.".
pub(super) const WITHIN: [(Meaning, i32, &str); 7] = [
    (
        Meaning::Email,
        100,
        "email courriel correoe correoelec correioe postaelettron emailcim имейл електроннапоща elpast poczta \
         elektronickaposta ebost smtpaddress електроннаадреса электроннаяпочта",
    ),
    // The name somebody signs in with is an address, and not always one that is read.
    (Meaning::Email, 60, "userprincipal"),
    (Meaning::Role, 100, "mailbox ownerormember"),
    (
        Meaning::Mobile,
        95,
        "mobile mobil komork movil movel celular cellulare cellphone handynum symudol мобил мобіл",
    ),
    (
        Meaning::Mobile,
        50,
        "phone telefon telefone telefono telephone ffon телефон telno contactno contactnum",
    ),
    (Meaning::LastName, 90, "surname lastname familyname"),
    (Meaning::FirstName, 90, "forename firstname givenname"),
];

/// Words in a heading that say the column is about another person, or another thing: never taken.
pub(super) const OF_ANOTHER: &str = "\
    kin nok emergency ice supervisor supervisors doctor doctors gp surgery parent parents mother father partner \
    partners spouse spouses husband wife guardian reference references referee referees resident residents client \
    clients maiden recovery assistant assistants secretary children child relationship fax pager dbs passport \
    payroll visa bank account previous former old other1 agency approver delegate recruiter mentor assessor interviewer \
    najblizszej najblizszych awaryjny naglych nagly urgent urgenta urgence urgencia emergencia emergenza notfall \
    notfallkontakt surgos vezeto przelozony спешни спешен skubios argyfwng perthynas kapcsolattarto sot sotie \
    conjunto conyuge conjoint medico medecin buyer purchaser booker payer billing their theirs whom";

/// Pairs of words that say the same.
pub(super) const OF_ANOTHER_TOGETHER: [&str; 12] = [
    "line manager",
    "contact person",
    "who to call",
    "who to contact",
    "reports to",
    "reporting to",
    "responsible person",
    "car phone",
    "alternate email",
    "school",
    "manager s name",
    "managers name",
];

/// Words that say so of most columns. See [`Owner::Perhaps`](super::headings::Owner::Perhaps).
pub(super) const PERHAPS_OF_ANOTHER: &str =
    "manager managers office provider company main ext extension switchboard";

/// Words for where a telephone stands. See [`Owner::Place`](super::headings::Owner::Place).
pub(super) const OF_PLACE: &str =
    "landline home house business domowy sluzbowy stacjonarny fix domicile casa otthoni munkahelyi";

/// Words that say the column only describes another.
pub(super) const DESCRIPTION: &str =
    "type label kind verified sent consent preference format status opt password login display checked";

/// Words in a heading that say its column holds words, but no one's name.
pub(super) const OF_NO_PERSON: [&str; 33] = [
    "home",
    "site",
    "branch",
    "service",
    "company",
    "organisation",
    "provider",
    "town",
    "city",
    "county",
    "address",
    "job",
    "title",
    "position",
    "department",
    "team",
    "status",
    "note",
    "comment",
    "country",
    "unit",
    "shift",
    "post",
    "role",
    "grade",
    "location",
    "stanowisko",
    "functie",
    "cargo",
    "puesto",
    "munkakor",
    "middle",
    "salutation",
];
