import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { apiOf } from '#kit/web/api.ts';
import { Button } from '#kit/web/button.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { announce } from '#kit/web/live-region.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { toast } from '#kit/web/toast.tsx';
import type { quickEntryApi } from '../api.ts';
import { Confirm } from './confirm.tsx';
import { draftOf, missingIn, toSave, unchanged, type Changes } from './draft.ts';

const api = apiOf<typeof quickEntryApi>();

/** The line is read while one types; Enter saves what is shown, and shows it first when it has not been seen yet. */
export function QuickEntryDialog({ customer, onClose }: { customer: string | undefined; onClose: () => void }) {
  const say = useMessages();
  const { timeZone } = useFormats();
  const client = useQueryClient();
  const [line, setLine] = useState('');
  const [changes, setChanges] = useState<Changes>(unchanged);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const asked = useRested(line.trim());
  const customerId = changes.customer?.id ?? customer;
  const { data: reading, ...query } = useQuery({
    queryKey: ['/api/quick-entry/reading', asked, customerId ?? ''],
    queryFn: async () => ({
      line: asked,
      ...(await api.call('post', '/api/quick-entry/reading', { body: { line: asked, customerId: customerId ?? null } })),
    }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  const draft = reading && line.trim() !== '' ? draftOf(reading, changes, timeZone) : null;
  const isSeen = reading?.line === line.trim() && !query.isPlaceholderData;
  const missing = draft && missingIn(draft);

  async function save() {
    if (!draft || !isSeen || isSaving) return;
    if (missing) return announce(say(`quick_entry.missing.${missing}`));
    setSaving(true);
    setProblem(null);
    try {
      await api.call('post', '/api/quick-entry', { body: toSave(draft) });
      onClose();
      toast({ text: say('quick_entry.saved', { name: draft.customer?.name ?? '' }) });
      await client.invalidateQueries();
    } catch (error) {
      setProblem(error);
      setSaving(false);
    }
  }

  return (
    <Dialog title={say('quick_entry.title')} isOpen onClose={onClose} wide>
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={say('quick_entry.line')}
          placeholder={say('quick_entry.example')}
          value={line}
          onChange={setLine}
          autoFocus
          autoComplete="off"
          maxLength={5000}
        />
        {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
        {draft && reading && <Confirm draft={draft} reading={reading} changes={changes} onChange={setChanges} />}
        {problem !== null && <ProblemNotice error={problem} />}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" look="main" isPending={isSaving} isDisabled={!draft || !isSeen || missing !== null}>
            {say('quick_entry.save')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {say('quick_entry.cancel')}
          </Button>
          {missing && isSeen && <span className="text-sm text-ink-soft">{say(`quick_entry.missing.${missing}`)}</span>}
        </div>
      </form>
    </Dialog>
  );
}

/** The text once the typing rests. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const rest = setTimeout(() => setRested(text), 150);
    return () => clearTimeout(rest);
  }, [text]);
  return rested;
}
