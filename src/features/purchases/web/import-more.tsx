import { ComboBox } from '#kit/web/combo-box.tsx';
import { Switch } from '#kit/web/checkbox.tsx';
import { useFormats, useMessages, type Say } from '#kit/web/i18n/language.tsx';
import { ChevronEndIcon } from '#kit/web/icons.tsx';
import { NumberField } from '#kit/web/number-field.tsx';
import { Select } from '#kit/web/select.tsx';
import type { Analysis, Given, Mapping, Question } from './import-data.ts';
import { encodingChoices } from './import-encodings.ts';
import { PrefixField } from './import-prefix-field.tsx';

type More = {
  readonly analysis: Analysis;
  readonly given: Given;
  readonly give: (change: Given) => void;
  /** What already stands above as a question. */
  readonly asked: readonly Question['about'][];
};

/** How the file is written: the currency in sight, the rest, which is mostly right by itself, on request. */
export function ImportMore({ analysis, given, give, asked }: More) {
  const say = useMessages();
  const formats = useFormats();
  const { mapping, encodingGrounds } = analysis;
  const currencies = [...new Set([mapping.currency, ...Intl.supportedValuesOf('currency')])].map((id) => ({
    id,
    text: `${id} · ${formats.currencyName(id)}`,
  }));
  // Another form of the file may have other columns, so what was said about columns no longer holds.
  const giveFile = (file: Given['file']) => give({ file: { ...given.file, ...file }, columns: undefined });

  return (
    <div className="flex flex-col gap-4">
      <div className="max-w-sm">
        <ComboBox
          label={say('purchases.import.currency')}
          hint={say('purchases.import.currency.hint')}
          choices={currencies}
          value={mapping.currency}
          onChange={(currency) => currency !== null && give({ currency })}
        />
      </div>
      <details className="group">
        <summary className="-ms-1 inline-flex min-h-field cursor-default items-center gap-1 pe-2 font-medium hover:text-accent [&::-webkit-details-marker]:hidden">
          <ChevronEndIcon className="size-4 transition-transform group-open:rotate-90 rtl:group-open:-rotate-90" />
          {say('purchases.import.more')}
        </summary>
        <p className="max-w-prose text-sm text-ink-soft">{say('purchases.import.more.lede')}</p>
        <div className="grid gap-x-8 gap-y-5 py-4 sm:grid-cols-2 lg:grid-cols-3">
          <Select
            label={say('kit.import.encoding')}
            choices={encodingChoices(mapping.file.encoding, formats.locale)}
            value={mapping.file.encoding}
            onChange={(encoding) => giveFile({ encoding })}
            {...(encodingGrounds === 'letters' ? { hint: say('purchases.import.encoding.letters') } : {})}
          />
          <Select
            label={say('purchases.import.delimiter')}
            choices={delimiterChoices(say)}
            value={mapping.file.delimiter}
            onChange={(delimiter) => giveFile({ delimiter })}
          />
          <NumberField
            label={say('purchases.import.skip')}
            minValue={0}
            maxValue={1000}
            value={mapping.file.skip}
            onChange={(skip) => Number.isFinite(skip) && giveFile({ skip })}
          />
          <div className="self-center">
            <Switch isSelected={mapping.file.header} onChange={(header) => giveFile({ header })}>
              {say('purchases.import.header')}
            </Switch>
          </div>
          {!asked.includes('dateOrder') && (
            <Select
              label={say('purchases.import.dateOrder')}
              choices={(['dmy', 'mdy', 'ymd'] as const).map((id) => ({ id, text: say(`kit.import.dateOrder.${id}`) }))}
              value={mapping.dateOrder === 'ask' ? null : mapping.dateOrder}
              onChange={(dateOrder) => give({ dateOrder })}
            />
          )}
          {!asked.includes('decimalMark') && (
            <Select
              label={say('purchases.import.decimalMark')}
              choices={[
                { id: '.' as const, text: say('purchases.import.decimalMark.point') },
                { id: ',' as const, text: say('purchases.import.decimalMark.comma') },
              ]}
              value={mapping.decimalMark === 'ask' ? null : mapping.decimalMark}
              onChange={(decimalMark) => give({ decimalMark })}
            />
          )}
          <Select
            label={say('purchases.import.numbering')}
            choices={(['once', 'yearly', 'daily'] as const).map((id) => ({ id, text: say(`purchases.import.numbering.${id}`) }))}
            value={mapping.numbering}
            onChange={(numbering) => give({ numbering })}
          />
          <Kinds kinds={mapping.kinds} give={(kinds) => give({ kinds: { ...mapping.kinds, ...kinds } })} />
        </div>
      </details>
    </div>
  );
}

/** By what returns and adjustments are known. */
function Kinds({ kinds, give }: { kinds: Mapping['kinds']; give: (change: Partial<Mapping['kinds']>) => void }) {
  const say = useMessages();
  return (
    <>
      <PrefixField
        label={say('purchases.import.returnPrefixes')}
        prefixes={kinds.returnPrefixes}
        onChange={(returnPrefixes) => give({ returnPrefixes })}
      />
      <PrefixField
        label={say('purchases.import.adjustmentPrefixes')}
        prefixes={kinds.adjustmentPrefixes}
        onChange={(adjustmentPrefixes) => give({ adjustmentPrefixes })}
      />
      <Select
        label={say('purchases.import.returnQuantities')}
        choices={(['negative', 'positive'] as const).map((id) => ({ id, text: say(`purchases.import.returnQuantities.${id}`) }))}
        value={kinds.returnQuantities}
        onChange={(returnQuantities) => give({ returnQuantities })}
      />
    </>
  );
}

function delimiterChoices(say: Say) {
  return [
    { id: ',' as const, text: say('purchases.import.delimiter.comma') },
    { id: ';' as const, text: say('purchases.import.delimiter.semicolon') },
    { id: '\t' as const, text: say('purchases.import.delimiter.tab') },
    { id: '|' as const, text: say('purchases.import.delimiter.bar') },
  ];
}
