import { expect, test } from 'vitest';
import { cellsOf } from '#kit/domain/cells.ts';
import { analyse, type GivenMapping } from './analysis.ts';

const latestDay = 20_600; // 2026-05-27
const file = { encoding: 'utf-8', delimiter: ',', newline: '\n', skip: 0 } as const;
const table = (text: string, delimiter = ';') =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(delimiter));
const look = (text: string, given?: GivenMapping, delimiter = ';') =>
  analyse({ rows: table(text, delimiter).map(cellsOf), file, currency: 'EUR', latestDay, given });

test('the columns of a wholesaler are recognized by their headers', () => {
  const { mapping, guesses, missing, questions } = look(
    `InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
     536365,85123A,WHITE HANGING HEART T-LIGHT HOLDER,6,2010-12-01 08:26:00,2.55,17850,United Kingdom
     536366,22633,HAND WARMER UNION JACK,6,2010-12-01 08:28:00,1.85,17850,United Kingdom
     C536379,D,Discount,-1,2010-12-01 09:41:00,27.5,14527,United Kingdom`,
    {},
    ',',
  );
  expect(mapping.columns).toEqual({
    purchaseNumber: 'InvoiceNo',
    placedAt: 'InvoiceDate',
    customerNumber: 'CustomerID',
    country: 'Country',
    productCode: 'StockCode',
    productName: 'Description',
    quantity: 'Quantity',
    unitPrice: 'UnitPrice',
  });
  expect(guesses.every((guess) => guess.confidence === 'sure')).toBe(true);
  expect(guesses[0]?.because).toEqual({ by: 'header', word: 'invoice no' });
  expect([mapping.dateOrder, mapping.decimalMark, mapping.currency, missing, questions]).toEqual(['ymd', '.', 'EUR', [], []]);
  expect(mapping.kinds).toEqual({ returnPrefixes: ['C'], adjustmentPrefixes: ['A'], returnQuantities: 'negative' });
});

test.each([
  [
    'Greek',
    `Αρ. Παραστατικού;Ημερομηνία;Κωδ. Πελάτη;Επωνυμία;Κωδικός Είδους;Περιγραφή;Ποσότητα;Τιμή Μονάδας
     1001;25/04/2024;30.00.001;Γεωργίου Άννα;ΥΦ-12;Ύφασμα βαμβακερό;3,5;12,50`,
    ['Αρ. Παραστατικού', 'Ημερομηνία', 'Κωδ. Πελάτη', 'Επωνυμία', 'Κωδικός Είδους', 'Περιγραφή', 'Ποσότητα', 'Τιμή Μονάδας'],
  ],
  [
    'Serbian',
    `Broj računa;Datum;Šifra kupca;Ime kupca;Šifra artikla;Naziv artikla;Količina;Cena
     1001;25.04.2024.;K-17;Đorđe Šešelj;P-1;Pamučno platno;3;1.250,00`,
    ['Broj računa', 'Datum', 'Šifra kupca', 'Ime kupca', 'Šifra artikla', 'Naziv artikla', 'Količina', 'Cena'],
  ],
  [
    'Serbian in Cyrillic',
    `Број рачуна;Датум;Шифра купца;Име купца;Шифра артикла;Назив артикла;Количина;Цена
     1001;25.04.2024.;К-17;Ђорђе Шешељ;П-1;Памучно платно;3;1.250,00`,
    ['Број рачуна', 'Датум', 'Шифра купца', 'Име купца', 'Шифра артикла', 'Назив артикла', 'Количина', 'Цена'],
  ],
  [
    'Bulgarian',
    `Фактура №;Дата;Клиентски номер;Име на клиент;Код на артикул;Наименование;Количество;Единична цена
     1001;25.04.2024;217;Иван Петров;А-1;Памучен плат;3;12,50`,
    ['Фактура №', 'Дата', 'Клиентски номер', 'Име на клиент', 'Код на артикул', 'Наименование', 'Количество', 'Единична цена'],
  ],
  [
    'Persian',
    `شماره فاکتور;تاریخ;کد مشتری;نام مشتری;کد کالا;نام كالا;تعداد;قیمت واحد
     ۱۰۰۱;۱۴۰۳/۰۵/۱۲;۲۱۷;علی رضایی;پ-۱;پارچه نخی;۳;۱۲۵٬۰۰۰٫۵`,
    ['شماره فاکتور', 'تاریخ', 'کد مشتری', 'نام مشتری', 'کد کالا', 'نام كالا', 'تعداد', 'قیمت واحد'],
  ],
  [
    'Armenian',
    `Հաշվի համար;Ամսաթիվ;Հաճախորդի կոդ;Հաճախորդի անունը;Ապրանքի կոդ;Ապրանքի անվանում;Քանակ;Միավորի գին
     1001;25.04.2024;217;Աննա Հակոբյան;Ա-1;Բամբակյա գործվածք;3;1250.5`,
    ['Հաշվի համար', 'Ամսաթիվ', 'Հաճախորդի կոդ', 'Հաճախորդի անունը', 'Ապրանքի կոդ', 'Ապրանքի անվանում', 'Քանակ', 'Միավորի գին'],
  ],
])('%s headers are recognized', (_language, text, columns) => {
  const [purchaseNumber, placedAt, customerNumber, customerName, productCode, productName, quantity, unitPrice] = columns;
  const { mapping, trial, questions } = look(text);
  expect(mapping.columns).toEqual({
    purchaseNumber,
    placedAt,
    customerNumber,
    customerName,
    productCode,
    productName,
    quantity,
    unitPrice,
  });
  expect(questions).toEqual([]);
  expect(trial).toMatchObject({ lines: 1, taken: 1, setAside: {} });
});

test('an online shop with names, e-mails and a second date keeps to the date of the order', () => {
  const { mapping } =
    look(`Order ID;Created at;Paid at;Due date;Email;Customer;Phone;Lineitem quantity;Lineitem name;Lineitem price;Lineitem sku;Currency;Financial Status
     #1001;2024-04-25 10:00:00 +0300;2024-04-26 10:00:00 +0300;2024-05-25;anna@shop.gr;Anna Georgiou;+30 210 1234567;1;Wool;12.50;W-1;EUR;paid
     #1002;2024-04-26 11:00:00 +0300;2024-04-26 10:00:00 +0300;2024-05-25;nikos@shop.gr;Nikos Papas;+30 210 7654321;2;Buttons;0.30;B-1;EUR;paid`);
  expect(mapping.columns).toEqual({
    purchaseNumber: 'Order ID',
    placedAt: 'Created at',
    customerEmail: 'Email',
    customerName: 'Customer',
    customerPhone: 'Phone',
    quantity: 'Lineitem quantity',
    productName: 'Lineitem name',
    unitPrice: 'Lineitem price',
    productCode: 'Lineitem sku',
    currency: 'Currency',
    kind: 'Financial Status',
  });
});

test('a file without headers is understood from its values', () => {
  const { mapping, guesses } = look(`20231;2024-04-25;12.50;anna@shop.gr;3
     20232;2024-04-26;0.30;nikos@shop.gr;10
     20233;2024-04-26;7.15;anna@shop.gr;3
     20234;2024-04-27;7.15;maria@shop.gr;3
     20235;2024-04-28;7.15;anna@shop.gr;3
     20236;2024-04-28;7.15;anna@shop.gr;3
     20237;2024-04-28;7.15;anna@shop.gr;3
     20238;2024-04-28;7.15;anna@shop.gr;3
     20239;2024-04-28;7.15;anna@shop.gr;3
     20240;2024-04-28;7.15;anna@shop.gr;3
     20241;2024-04-28;7.15;anna@shop.gr;3`);
  expect(mapping.file.header).toBe(false);
  expect(mapping.columns).toEqual({ purchaseNumber: '#1', placedAt: '#2', unitPrice: '#3', customerEmail: '#4', quantity: '#5' });
  expect(guesses.every((guess) => guess.confidence === 'guess' && guess.because.by === 'values')).toBe(true);
});

test('days and months that could change places are asked about, and one line that settles them is enough', () => {
  const lines = 'Order no;Date;Customer id;Price\n1;03/04/2011;7;2.50\n2;05/06/2011;8;3.50\n';
  const open = look(lines);
  expect(open.questions).toEqual([{ about: 'dateOrder', options: ['dmy', 'mdy'], examples: ['03/04/2011', '05/06/2011'] }]);
  expect([open.mapping.dateOrder, open.trial]).toEqual(['ask', undefined]);
  expect(look(`${lines}3;25/06/2011;8;3.50`).mapping.dateOrder).toBe('dmy');
  expect(look(`${lines}3;06/25/2011;8;3.50`).mapping.dateOrder).toBe('mdy');
  expect(look(`${lines}3;06/25/2011;8;3.50\n4;25/06/2011;8;3.50`).mapping.dateOrder).toBe('ask');
  expect(look(lines, { dateOrder: 'mdy' })).toMatchObject({
    questions: [],
    mapping: { dateOrder: 'mdy' },
    trial: { taken: 2, firstDay: '2011-03-04' },
  });
});

test('numbers that could have either decimal mark are asked about', () => {
  const lines = 'Order no;Date;Customer id;Price\n1;2011-04-03;7;1,234\n2;2011-04-03;8;2,500\n';
  expect(look(lines).questions).toEqual([{ about: 'decimalMark', options: ['.', ','], examples: ['1,234', '2,500'] }]);
  expect(look(`${lines}3;2011-04-04;7;0,50`)).toMatchObject({ questions: [], mapping: { decimalMark: ',' } });
  expect(look(`${lines}3;2011-04-04;7;3.50`)).toMatchObject({ questions: [], mapping: { decimalMark: '.' } });
  expect(look(lines, { decimalMark: ',' }).trial).toMatchObject({ taken: 2, sum: '3.734' });
});

test('what is missing is named, and a person may name the columns', () => {
  const text = 'Thing;When it was;How much for it;Who\nwool;2024-04-25;12.50;Anna\nbuttons;2024-04-26;0.30;Nikos';
  expect(look('Thing;Sold\nwool;yes\nbuttons;no').missing).toEqual([
    ['placedAt'],
    ['unitPrice', 'lineTotal'],
    ['purchaseNumber', 'customerNumber', 'customerEmail', 'customerName', 'customerPhone'],
  ]);
  const named = look(text, {
    columns: { placedAt: 'When it was', unitPrice: 'How much for it', customerName: 'Who', productName: 'Thing' },
  });
  expect(named).toMatchObject({ missing: [], guesses: [], trial: { taken: 2, sum: '12.8' } });
});

test('the currency is the one most written in the file', () => {
  expect(look('Order;Date;Customer;Price\n1;2024-04-25;7;£2.50\n2;2024-04-25;7;£1\n3;2024-04-25;7;€9').mapping.currency).toBe('GBP');
  expect(look('Order;Date;Customer;Price;Currency\n1;2024-04-25;7;2.50;BGN\n2;2024-04-25;7;1;BGN').mapping.currency).toBe('BGN');
  expect(look('Order;Date;Customer;Price\n1;2024-04-25;7;2.50').mapping.currency).toBe('EUR');
});

test('a total beside the price is used when a discount makes it less, and left when it is the total of the order', () => {
  const header = 'Order;Date;Customer;Qty;Price;Total';
  expect(look(`${header}\n1;2024-04-25;7;2;10.00;18.00\n2;2024-04-25;7;1;5.00;5.00`)).toMatchObject({
    mapping: { columns: { lineTotal: 'Total' } },
    trial: { sum: '23' },
  });
  expect(look(`${header}\n1;2024-04-25;7;2;10.00;20.00\n2;2024-04-25;7;1;5.00;5.00`).mapping.columns.lineTotal).toBeUndefined();
  expect(look(`${header}\n1;2024-04-25;7;2;10.00;25.00\n1;2024-04-25;7;1;5.00;`).mapping.columns.lineTotal).toBeUndefined();
  expect(look('Order;Date;Customer;Qty;Total\n1;2024-04-25;7;2;10.00').mapping.columns.lineTotal).toBe('Total');
});

test('numbers that begin again every day do not run the days together', () => {
  const days = Array.from({ length: 12 }, (_, day) =>
    [1, 2, 3, 4, 5, 6].map((number) => `${number};2024-04-${10 + day};${day * 10 + number};2.50`),
  ).flat();
  const { mapping, trial } = look(`Receipt;Date;Customer;Price\n${days.join('\n')}`);
  expect([mapping.numbering, trial?.taken]).toEqual(['daily', 72]);
});

test('a letter is the mark of returns only where its lines say so', () => {
  const lines = (prefix: string, quantity: number) =>
    `Invoice;Date;Customer;Qty;Price\n${[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `10${n};2024-04-25;7;2;1.50`).join('\n')}\n${[1, 2, 3].map((n) => `${prefix}20${n};2024-04-25;7;${quantity};1.50`).join('\n')}`;
  expect(look(lines('C', -1)).mapping.kinds.returnPrefixes).toEqual(['C']);
  expect(look(lines('C', 1)).mapping.kinds.returnPrefixes).toEqual([]);
  expect(look(lines('ΠΙ', -1)).mapping.kinds.returnPrefixes).toEqual(['C', 'ΠΙ']);
  expect(look(lines('W', 1)).mapping.kinds.returnPrefixes).toEqual(['C']);
  expect(look(lines('C', -1)).trial?.rules).toEqual({ return_number: 3 });
  expect(look('Invoice;Date;Customer;Qty;Price\nC1;2024-04-25;7;2;1.50\nC2;2024-04-25;7;2;1.50').mapping.kinds.returnPrefixes).toEqual([]);
});
