import type { ImportField } from './fields.ts';

/**
 * How the columns of sales exports are headed, in English, Greek, Serbian, Bulgarian, Persian and Armenian, divided by commas. Serbian in
 * Latin letters only: a Cyrillic header is compared in Latin as well.
 */
export const headerWords: Readonly<Record<ImportField, readonly string[]>> = {
  purchaseNumber: words(`
    invoice no, invoice number, invoice id, invoice, order no, order number, order id, order, receipt no, receipt number, receipt id,
    receipt, transaction id, transaction no, transaction number, transaction, document no, document number, sale id, sale no,
    sale number, sales order, sales document, bill no, bill number, ticket no, ticket number, purchase no, purchase number,
    purchase id, purchase order, order name, basket id,
    αριθμος τιμολογιου, αρ τιμολογιου, τιμολογιο, αριθμος παραγγελιας, αρ παραγγελιας, κωδικος παραγγελιας, παραγγελια,
    αριθμος παραστατικου, αρ παραστατικου, παραστατικο, αριθμος αποδειξης, αρ αποδειξης, αποδειξη, αριθμος πωλησης, αρ πωλησης,
    αριθμος αγορας, αρ αγορας,
    broj racuna, br racuna, racun, broj fakture, br fakture, faktura, broj porudzbine, porudzbina, broj narudzbine, narudzbina,
    broj narudzbe, narudzba, broj dokumenta, br dokumenta, dokument, broj otpremnice, otpremnica, fiskalni racun,
    номер на фактура, фактура номер, фактура, номер на поръчка, поръчка номер, поръчка, номер на документ, документ номер, документ,
    касова бележка, номер на бележка, номер на продажба, продажба,
    شماره فاکتور, فاکتور, شماره سفارش, کد سفارش, شناسه سفارش, سفارش, شماره سند, شماره رسید, رسید, شماره صورتحساب, صورتحساب, شماره خرید,
    شماره فروش,
    հաշիվ ապրանքագրի համար, հաշիվ ապրանքագիր, ապրանքագիր, հաշվի համար, հաշիվ, պատվերի համար, պատվեր, կտրոնի համար, կտրոն,
    փաստաթղթի համար, գործարքի համար, վաճառքի համար`),
  placedAt: words(`
    invoice date, order date, date, date time, datetime, purchase date, sale date, sales date, transaction date, document date,
    receipt date, created at, created, placed at, placed on, sold at, sold on, timestamp, order created, posting date, day,
    ημερομηνια, ημερομηνια τιμολογιου, ημερομηνια παραγγελιας, ημερομηνια πωλησης, ημερομηνια αγορας, ημερομηνια παραστατικου,
    ημερομηνια εκδοσης, ημ νια, ημνια, ημερομηνια ωρα, ημερα,
    datum, datum racuna, datum fakture, datum porudzbine, datum narudzbine, datum prodaje, datum kupovine, datum dokumenta,
    datum izdavanja, datum i vreme, datum prometa,
    дата, дата на фактура, дата на поръчка, дата на продажба, дата на покупка, дата на документ, дата на издаване, дата и час,
    تاریخ, تاریخ فاکتور, تاریخ سفارش, تاریخ فروش, تاریخ خرید, تاریخ سند, تاریخ ثبت, تاریخ صدور, تاریخ و ساعت,
    ամսաթիվ, հաշվի ամսաթիվ, պատվերի ամսաթիվ, վաճառքի ամսաթիվ, գնման ամսաթիվ, փաստաթղթի ամսաթիվ, օր`),
  placedTime: words(`
    time, order time, sale time, invoice time, transaction time, hour,
    ωρα, ωρα πωλησης, ωρα εκδοσης,
    vreme, vreme prodaje, sat,
    час, време,
    ساعت, زمان,
    ժամ, ժամանակ`),
  customerNumber: words(`
    customer id, customer no, customer number, customer code, customer, client id, client no, client number, client code, client,
    account no, account number, account id, buyer id, buyer, member id, member no, user id, card number, loyalty card, contact id,
    cust id, cust no,
    κωδικος πελατη, αριθμος πελατη, αρ πελατη, κωδ πελατη, πελατης, αφμ πελατη, αφμ,
    sifra kupca, broj kupca, id kupca, kupac, sifra klijenta, klijent, sifra partnera, partner, pib kupca, musterija,
    номер на клиент, клиентски номер, код на клиент, клиент номер, клиент, купувач, еик на клиент, булстат,
    شماره مشتری, کد مشتری, شناسه مشتری, مشتری, خریدار, کد خریدار, کد اشتراک,
    հաճախորդի համար, հաճախորդի կոդ, հաճախորդ, գնորդի համար, գնորդի կոդ, գնորդ, պատվիրատու`),
  customerName: words(`
    customer name, client name, buyer name, billing name, full name, name, company name, company, account name, recipient,
    recipient name,
    ονομα πελατη, επωνυμια πελατη, επωνυμια, ονοματεπωνυμο, ονομα, επωνυμο,
    ime kupca, naziv kupca, ime i prezime, ime klijenta, naziv klijenta, naziv partnera, ime, prezime,
    име на клиент, клиент име, име на купувач, наименование на клиент, три имена, име, фирма,
    نام مشتری, نام خریدار, نام و نام خانوادگی, نام, نام شرکت,
    հաճախորդի անուն, հաճախորդի անունը, գնորդի անուն, անուն ազգանուն, անուն, ընկերություն`),
  customerEmail: words(`
    e mail, email, mail, email address, e mail address, customer email, customer e mail, billing email,
    ηλεκτρονικη διευθυνση, ηλ ταχυδρομειο, ηλεκτρονικο ταχυδρομειο,
    imejl, elektronska posta, e posta,
    имейл, ел поща, електронна поща, е поща,
    ایمیل, رایانامه, پست الکترونیک, پست الکترونیکی,
    էլ փոստ, էլփոստ, էլեկտրոնային փոստ`),
  customerPhone: words(`
    phone, phone number, telephone, mobile, mobile phone, mobile number, tel, customer phone, billing phone, cell,
    τηλεφωνο, τηλ, κινητο, κινητο τηλεφωνο,
    telefon, broj telefona, mobilni, mobilni telefon,
    телефон, тел, телефонен номер, мобилен, мобилен телефон,
    تلفن, شماره تلفن, موبایل, تلفن همراه, شماره تماس, همراه,
    հեռախոս, հեռախոսահամար, բջջային, հեռ`),
  country: words(`
    country, customer country, billing country, shipping country, country code,
    χωρα, χωρα πελατη,
    zemlja, drzava, zemlja kupca,
    държава, страна,
    کشور,
    երկիր`),
  productCode: words(`
    stock code, sku, product code, product id, product no, product number, item code, item no, item number, item id, article no,
    article number, article code, part number, lineitem sku, barcode, ean, upc, gtin, variant sku, material,
    κωδικος προιοντος, κωδικος ειδους, κωδ ειδους, κωδ προιοντος, κωδικος, γραμμοκωδικος,
    sifra proizvoda, sifra artikla, sifra robe, sifra, kataloski broj, barkod, bar kod,
    код на продукт, продуктов код, код на артикул, артикулен номер, код на стока, каталожен номер, код, баркод,
    کد کالا, کد محصول, شناسه کالا, شناسه محصول, کد, بارکد,
    ապրանքի կոդ, ապրանքի համար, արտիկուլ, կոդ, շտրիխ կոդ`),
  productName: words(`
    description, product, product name, product description, item, item name, item description, article, article name, title,
    product title, lineitem name, goods, service,
    περιγραφη, προιον, ονομα προιοντος, περιγραφη προιοντος, ειδος, περιγραφη ειδους, ονομασια ειδους, υπηρεσια,
    proizvod, naziv proizvoda, opis, artikal, naziv artikla, roba, naziv robe, naziv, usluga,
    продукт, име на продукт, наименование, описание, артикул, наименование на артикул, стока, услуга,
    کالا, نام کالا, محصول, نام محصول, شرح, شرح کالا, توضیحات, عنوان, خدمت,
    ապրանք, ապրանքի անվանում, ապրանքի անուն, անվանում, նկարագրություն, ծառայություն`),
  quantity: words(`
    quantity, qty, units, pieces, pcs, count, number of items, items, lineitem quantity, units sold, quantity sold, amount of items,
    ποσοτητα, ποσ, τεμαχια, τεμ,
    kolicina, kol, komada, kom,
    количество, брой, бройки, бр, к во,
    تعداد, مقدار,
    քանակ, քանակը, քանակություն, հատ`),
  unitPrice: words(`
    unit price, price, price each, item price, product price, sale price, selling price, unit cost, lineitem price, price per unit,
    rate,
    τιμη, τιμη μοναδας, τιμη τεμαχιου, τιμη πωλησης,
    cena, jedinicna cena, prodajna cena, cena po komadu, cena po jedinici,
    цена, единична цена, ед цена, продажна цена, цена за брой,
    قیمت, قیمت واحد, فی, بهای واحد, قیمت فروش,
    գին, գինը, միավորի գին, մեկ միավորի գին, վաճառքի գին`),
  lineTotal: words(`
    line total, total, amount, total price, total amount, line amount, sum, value, sales, revenue, net amount, gross amount, subtotal,
    net sales, extended price, sales amount, total sales, spent, dollars,
    συνολο, ποσο, αξια, συνολικη αξια, συνολο γραμμης, καθαρη αξια, συνολικο ποσο,
    ukupno, iznos, vrednost, ukupan iznos, ukupna cena, suma,
    общо, сума, стойност, обща стойност, обща сума, обща цена,
    مبلغ, مبلغ کل, جمع, جمع کل, قیمت کل, بهای کل,
    ընդհանուր, ընդամենը, գումար, ընդհանուր գումար, արժեք`),
  discount: words(`
    discount, discount amount, line discount, lineitem discount, rebate,
    εκπτωση, ποσο εκπτωσης,
    popust, rabat, iznos popusta,
    отстъпка, сума отстъпка,
    تخفیف, مبلغ تخفیف,
    զեղչ, զեղչի գումար`),
  currency: words(`
    currency, currency code,
    νομισμα,
    valuta,
    валута,
    ارز, واحد پول, واحد پولی,
    արժույթ, տարադրամ`),
  kind: words(`
    type, kind, transaction type, document type, order type, sale type, status, order status, financial status, sale or return,
    ειδος παραστατικου, τυπος, τυπος παραστατικου, κατασταση,
    tip, vrsta, vrsta dokumenta, tip dokumenta, status porudzbine,
    тип, вид, вид документ, тип документ, статус,
    نوع, نوع سند, نوع فاکتور, وضعیت,
    տեսակ, փաստաթղթի տեսակ, կարգավիճակ`),
};

/** Words that make another thing of a column: a due date is not the day of the purchase, a cost is not a price. */
export const otherThings: readonly string[] = words(`
    due, ship, shipped, shipping, delivery, delivered, paid, payment, cancelled, fulfilled, refunded, updated, birth, expiry, tax, vat,
    fee, cost price, compare at, supplier, warehouse, store, employee, salesperson, weight, margin, profit, row, line no, line number,
    returned,
    ληξης, αποστολης, παραδοσης, πληρωμης, γεννησης, φπα, φορος, προμηθευτη, κοστος, πωλητης, μεταφορικα,
    dospeca, isporuke, placanja, rodjenja, pdv, dobavljac, nabavna, prodavac,
    падеж, доставка, плащане, раждане, ддс, доставчик, доставна, продавач,
    سررسید, تحویل, پرداخت, تولد, مالیات, ارسال, فروشنده, تامین کننده,
    վճարման, առաքման, ծննդյան, ավհ, մատակարար, վաճառող`);

function words(list: string): readonly string[] {
  return list.split(',').map((word) => word.trim());
}
