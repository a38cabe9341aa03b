import { lazy, useState } from 'react';
import { Button, IconButton } from '#kit/web/button.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { CloseIcon, PlusIcon } from '#kit/web/icons.tsx';
import { readConditions, writeConditions, type Condition } from '../domain/index.ts';
import { useConditionText, useLookFields, usePeopleIn } from './look-fields.ts';

const NewCondition = lazy(async () => ({ default: (await import('./new-condition.tsx')).NewCondition }));

type Given = { readonly where: string | undefined; readonly onChange: (where: string | undefined) => void };

/** What else has to hold, each condition in words with a way to take it away, and a way to one more. */
export function MoreFilters({ where, onChange }: Given) {
  const say = useMessages();
  const fields = useLookFields();
  const [isAdding, setAdding] = useState(false);
  const read = readConditions(where ?? '', fields);
  const conditions = read.ok ? read.value : [];
  const inWords = useConditionText(fields, usePeopleIn(conditions, fields));
  const put = (next: readonly Condition[]) => onChange(writeConditions(next) || undefined);
  return (
    <>
      {conditions.map((condition, place) => (
        <span
          key={writeConditions([condition])}
          className="inline-flex min-h-10 items-center gap-1 rounded-lg bg-wash ps-3 text-sm whitespace-nowrap"
        >
          <bdi>{inWords(condition)}</bdi>
          <IconButton
            look="quiet"
            icon={CloseIcon}
            label={say('customers.where.remove', { condition: inWords(condition) })}
            onPress={() => put(conditions.filter((_, at) => at !== place))}
          />
        </span>
      ))}
      <Button icon={PlusIcon} onPress={() => setAdding(true)}>
        {say('customers.where.add')}
      </Button>
      <Dialog title={say('customers.where.title')} isOpen={isAdding} onClose={() => setAdding(false)}>
        <NewCondition
          fields={fields.filter(({ isArchived }) => isArchived !== true)}
          onMade={(condition) => {
            setAdding(false);
            put([...conditions, condition]);
          }}
        />
      </Dialog>
    </>
  );
}
