import type { ContactField } from './fields.ts';

/** How the columns of address lists are headed, in English, Greek, Serbian (Latin letters), Bulgarian, Persian and Armenian, divided by commas. */
export const headerWords: Readonly<Partial<Record<ContactField, readonly string[]>>> = {
  name: words(`name, full name, fullname, display name, contact name, customer name, customer, client, client name, contact, person,
    ονομα, ονοματεπωνυμο, πληρες ονομα, επωνυμια, πελατης, ονομα πελατη, επαφη, ime, ime i prezime, naziv, puno ime, kupac, klijent, kontakt,
    име, име и фамилия, пълно име, наименование, клиент, контакт, نام, نام کامل, نام و نام خانوادگی, نام مشتری, مشتری, مخاطب,
    անուն, անուն ազգանուն, լրիվ անուն, անվանում, հաճախորդ, հաճախորդի անուն`),
  given:
    words(`given name, first name, firstname, given, forename, christian name, μικρο ονομα, ονομα βαπτισης, licno ime, prvo ime, собствено име, първо име,
    نام کوچک, անձնանուն, առաջին անուն`),
  middle: words(
    `middle name, middlename, second name, middle, additional name, μεσαιο ονομα, srednje ime, второ име, средно име, презиме, نام میانی, միջին անուն`,
  ),
  patronymic: words(`patronymic, fathers name, father name, πατρωνυμο, ονομα πατρος, ocevo ime, ime oca, бащино име, نام پدر, հայրանուն`),
  family: words(
    `last name, lastname, surname, family name, family, επωνυμο, επιθετο, prezime, фамилия, фамилно име, نام خانوادگی, فامیل, ազգանուն`,
  ),
  prefix: words(`prefix, title prefix, salutation, name prefix, προσφωνηση, titula, oslovljavanje, обръщение, عنوان, پیشوند, դիմելաձև`),
  suffix: words(`suffix, name suffix, επιθεμα, sufiks, суфикс, پسوند, վերջածանց`),
  nickname: words(`nickname, nick name, nick, alias, υποκοριστικο, παρατσουκλι, nadimak, прякор, لقب, نام مستعار, մականուն`),
  otherNames: words(
    `other names, maiden name, former name, αλλα ονοματα, πατρικο επωνυμο, devojacko prezime, друго име, моминско име, نام های دیگر, այլ անուններ`,
  ),
  latinName: words(
    `latin name, name in latin, english name, λατινικα, ονομα λατινικα, име на латиница, ime latinicom, نام لاتین, نام انگلیسی, լատինատառ անուն`,
  ),
  greeting: words(`greeting, letter greeting, χαιρετισμος, pozdrav, поздрав, خطاب, ողջույն`),
  organization:
    words(`organization, organisation, company, company name, employer, business, firm, account name, organization name, εταιρεια, εταιρια, οργανισμος, επιχειρηση,
    firma, kompanija, preduzece, organizacija, фирма, компания, организация, شرکت, سازمان, نام شرکت, ընկերություն, կազմակերպություն`),
  role: words(
    `job title, title, position, role, job, function, θεση, θεση εργασιας, ιδιοτητα, pozicija, radno mesto, funkcija, длъжност, позиция, سمت, شغل در شرکت, պաշտոն`,
  ),
  email:
    words(`email, e mail, mail, email address, e mail address, primary email, ηλεκτρονικο ταχυδρομειο, ηλεκτρονικη διευθυνση, email πελατη, ι μεϊλ,
    elektronska posta, mejl, imejl, имейл, е поща, електронна поща, ایمیل, پست الکترونیک, رایانامه, էլ փոստ, էլեկտրոնային փոստ, էլ հասցե`),
  phone:
    words(`phone, telephone, tel, phone number, telephone number, mobile, mobile phone, cell, cell phone, cellphone, mobile number, work phone, home phone,
    τηλεφωνο, τηλ, κινητο, κινητο τηλεφωνο, αριθμος τηλεφωνου, σταθερο, telefon, tel, mobilni, mobilni telefon, broj telefona, mob, телефон, тел, мобилен, мобилен телефон, gsm,
    تلفن, شماره تلفن, موبایل, تلفن همراه, شماره همراه, همراه, հեռախոս, հեռախոսահամար, բջջային, հեռ`),
  website: words(
    `website, web site, web page, url, homepage, site, ιστοσελιδα, ιστοτοπος, sajt, veb sajt, internet stranica, уебсайт, сайт, интернет страница, وب سایت, وبگاه, سایت, կայք, վեբ կայք`,
  ),
  street: words(
    `street, address, street address, address line 1, address 1, postal address, mailing address, οδος, διευθυνση, ulica, adresa, ulica i broj, улица, адрес, خیابان, آدرس, نشانی, փողոց, հասցե`,
  ),
  postalCode: words(
    `postal code, zip, zip code, postcode, post code, ταχυδρομικος κωδικας, τκ, τ κ, postanski broj, пощенски код, пк, کد پستی, փոստային ինդեքս, ինդեքս`,
  ),
  city: words(`city, town, locality, πολη, grad, mesto, град, населено място, شهر, քաղաք`),
  region: words(`region, state, province, county, νομος, περιφερεια, region, okrug, opstina, област, община, استان, մարզ`),
  country: words(`country, country region, χωρα, zemlja, drzava, държава, страна, کشور, երկիր`),
  language: words(`language, preferred language, γλωσσα, jezik, език, زبان, լեզու`),
  timeZone: words(`time zone, timezone, ζωνη ωρας, vremenska zona, часова зона, منطقه زمانی, ժամային գոտի`),
  birthday:
    words(`birthday, birth date, birthdate, date of birth, dob, born, ημερομηνια γεννησης, γενεθλια, γεννηση, datum rodjenja, rodjendan, datum rodenja, дата на раждане, рожден ден,
    تاریخ تولد, تولد, زادروز, ծննդյան օր, ծննդյան ամսաթիվ, ծննդյան տարեթիվ`),
  profession: words(`profession, occupation, επαγγελμα, zanimanje, profesija, професия, занятие, حرفه, شغل, پیشه, մասնագիտություն`),
  tags: words(`tags, tag, labels, categories, category, groups, group, ετικετες, ετικετα, κατηγοριες, κατηγορια, ομαδα, oznake, kategorija, kategorije, grupa, етикети, категория, категории, група,
    برچسب, برچسب ها, دسته, گروه, պիտակներ, պիտակ, կատեգորիա, խումբ`),
  note: words(`note, notes, remarks, comment, comments, description, memo, σημειωσεις, σημειωση, σχολια, παρατηρησεις, napomena, napomene, beleska, beleske, komentar, бележка, бележки, забележка, коментар,
    یادداشت, توضیحات, ملاحظات, նշում, նշումներ, մեկնաբանություն`),
  externalId:
    words(`id, customer id, customer no, customer number, customer code, client id, client no, client number, client code, contact id, external id, number, code, account number, member id,
    κωδικος πελατη, κωδικος, αριθμος πελατη, sifra kupca, sifra, broj kupca, id kupca, sifra klijenta, номер на клиент, клиентски номер, код на клиент, код,
    کد مشتری, شماره مشتری, شناسه, شناسه مشتری, کد, հաճախորդի համար, հաճախորդի կոդ, կոդ`),
  kind: words(`type, kind, customer type, person or organization, τυπος, ειδος, tip, vrsta, тип, вид, نوع, տեսակ`),
  legalName: words(`legal name, νομικη επωνυμια, pravno ime, pun naziv firme, юридическо име, نام حقوقی, իրավաբանական անվանում`),
  foundedOn: words(
    `founded, founded on, founding date, date founded, ημερομηνια ιδρυσης, ετος ιδρυσης, osnovano, datum osnivanja, основана, дата на основаване, تاریخ تاسیس, հիմնադրված, հիմնադրման ամսաթիվ`,
  ),
  industry: words(`industry, sector, branch, κλαδος, delatnost, industrija, grana, отрасъл, бранш, صنعت, رشته, ոլորտ`),
  employees: words(
    `employees, number of employees, size, εργαζομενοι, αριθμος εργαζομενων, broj zaposlenih, zaposleni, брой служители, служители, تعداد کارکنان, کارکنان, աշխատակիցներ, աշխատակիցների թիվ`,
  ),
  parent: words(
    `parent, parent organization, parent company, parent account, μητρικη εταιρεια, maticna firma, компания майка, شرکت مادر, մայր ընկերություն`,
  ),
};

/** What a header says of the number or address beneath it: the label that the contact point gets. */
export const labelWords: readonly (readonly [label: string, words: readonly string[]])[] = [
  ['mobile', words('mobile, cell, cellphone, mob, gsm, κινητο, mobilni, мобилен, موبایل, همراه, բջջային')],
  [
    'work',
    words('work, business, office, εργασια, εργασιας, γραφειο, posao, poslovni, служебен, работен, کار, محل کار, دفتر, աշխատանքային'),
  ],
  ['home', words('home, private, σπιτι, οικια, kuca, kucni, privatni, домашен, خانه, منزل, տան')],
  ['fax', words('fax, φαξ, faks, факс, فکس, ֆաքս')],
];

function words(list: string): readonly string[] {
  return list.split(',').map((word) => word.replace(/\s+/g, ' ').trim());
}
