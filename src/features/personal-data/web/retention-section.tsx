import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button } from '#kit/web/button.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Link } from '#kit/web/link.tsx';
import { NumberField } from '#kit/web/number-field.tsx';
import { Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { versionAt } from '#kit/web/api.ts';
import { toast } from '#kit/web/toast.tsx';
import { api, type Retention, type RetentionOutlook } from './personal-data.ts';

/** For how long what is kept; first one looks whom that would touch. */
export function RetentionSection() {
  const say = useMessages();
  const rules = useQuery(api.query('get', '/api/retention'));
  return (
    <Section title={say('personal_data.page.rules')} lede={say('personal_data.page.rules.lede')}>
      {rules.isPending && <Skeleton lines={3} />}
      {rules.isError && <ProblemNotice error={rules.error} onRetry={() => void rules.refetch()} />}
      {rules.data && <Rules rules={rules.data} />}
    </Section>
  );
}

function Rules({ rules }: { rules: Retention }) {
  const say = useMessages();
  const queries = useQueryClient();
  // Of what is shown here, whatever is read meanwhile.
  const [version, setVersion] = useState(() => versionAt('/api/retention'));
  const [outlook, setOutlook] = useState<RetentionOutlook | null>(null);
  // The same form asks first and keeps then.
  const isTrial = useRef(false);

  async function send(typed: Typed) {
    const figure = (name: string) => (typed.text(name) === '' ? null : Number(typed.text(name)));
    const body = { customerYears: figure('customerYears'), fileDays: figure('fileDays'), eventYears: figure('eventYears') };
    if (isTrial.current) {
      isTrial.current = false;
      setOutlook(await api.call('post', '/api/retention/outlook', { body }));
      return;
    }
    await api.call('put', '/api/retention', { body, version });
    await queries.invalidateQueries({ queryKey: ['/api/retention'] });
    setVersion(versionAt('/api/retention'));
    toast({ text: say('personal_data.page.saved') });
  }

  return (
    <>
      <Form
        submit={say('personal_data.page.save')}
        send={send}
        aside={
          <Button type="submit" onPress={() => (isTrial.current = true)}>
            {say('personal_data.page.try')}
          </Button>
        }
      >
        <NumberField
          label={say('personal_data.page.customer_years')}
          name="customerYears"
          minValue={1}
          maxValue={30}
          {...startingWith(rules.customerYears)}
        />
        <NumberField
          label={say('personal_data.page.file_days')}
          name="fileDays"
          minValue={1}
          maxValue={3650}
          {...startingWith(rules.fileDays)}
        />
        <NumberField
          label={say('personal_data.page.event_years')}
          name="eventYears"
          minValue={1}
          maxValue={30}
          {...startingWith(rules.eventYears)}
        />
      </Form>
      {outlook && <Outlook outlook={outlook} />}
    </>
  );
}

function startingWith(value: number | null): { defaultValue?: number } {
  return value === null ? {} : { defaultValue: value };
}

function Outlook({ outlook: { customers, files, events } }: { outlook: RetentionOutlook }) {
  const say = useMessages();
  const formats = useFormats();
  return (
    <div role="status" className="flex flex-col gap-2">
      <p>{say('personal_data.page.would', { customers: customers?.count ?? -1, files: files ?? -1, events: events ?? -1 })}</p>
      <ul className="flex flex-col divide-y divide-line">
        {customers?.first.map(({ id, name, since }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-row">
            <Link to={`/customers/${id}`}>
              <bdi>{name}</bdi>
            </Link>
            <span className="text-sm text-ink-soft">{say('personal_data.page.since', { on: formats.date(since) })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
