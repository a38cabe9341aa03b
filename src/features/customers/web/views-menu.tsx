import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { RoutineDialog } from '#features/cadence/web/index.ts';
import { apiOf } from '#kit/web/api.ts';
import { Button } from '#kit/web/button.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { ChevronDownIcon } from '#kit/web/icons.tsx';
import { Menu } from '#kit/web/menu.tsx';
import type { MenuEntry } from '#kit/web/menu-entry.ts';
import { problemText } from '#kit/web/problem-notice.tsx';
import { useRight } from '#kit/web/right.ts';
import { toast } from '#kit/web/toast.tsx';
import type { z } from 'zod';
import type { View as ViewShape, viewsApi } from '../api/views.ts';
import { viewStateOf, type CustomersSearch, type ViewState } from './customers-search.ts';

const KeepForm = lazy(async () => ({ default: (await import('./keep-form.tsx')).KeepForm }));
const api = apiOf<typeof viewsApi>();
type View = z.output<typeof ViewShape>;

/** Lists that were kept under a name: one's own and shared ones, to open, to keep anew, to forget. */
export function ViewsMenu({ search, onOpen }: { search: CustomersSearch; onOpen: (state: ViewState) => void }) {
  const say = useMessages();
  const client = useQueryClient();
  const { may: mayMakeRoutines } = useRight('makeRoutinesForMany');
  const { may: mayWork } = useRight('workWithCustomers');
  const [isKeeping, setKeeping] = useState(false);
  const [inTouch, setInTouch] = useState<View | null>(null);
  const views = useQuery(api.query('get', '/api/views')).data?.views ?? [];
  const present = viewStateOf(search);
  const open = views.find(({ state }) => isSame(state, present));
  const refresh = async () => await client.invalidateQueries({ queryKey: ['/api/views'] });

  async function forget(view: View) {
    try {
      await api.call('delete', '/api/views/{view}', { params: { view: view.id } });
      const { name, shared, state } = view;
      const undo = () => void api.call('post', '/api/views', { body: { name, shared, state } }).then(refresh);
      toast({ text: say('customers.views.forgotten', { name }), undo });
    } catch (error) {
      toast({ text: problemText(say, error), tone: 'bad' });
    }
    await refresh();
  }

  const entries: MenuEntry[] = [
    ...views.map((view) => ({
      text: view.mine ? view.name : say('customers.views.of', { name: view.name, colleague: view.madeBy }),
      run: () => onOpen(view.state),
    })),
    ...(open || !mayWork ? [] : [{ text: say('customers.views.keep'), run: () => setKeeping(true) }]),
    ...(open && mayMakeRoutines ? [{ text: say('customers.views.in_touch'), run: () => setInTouch(open) }] : []),
    ...(open?.mine === true
      ? [{ text: say('customers.views.forget', { name: open.name }), danger: true, run: () => void forget(open) }]
      : []),
  ];
  return (
    <>
      <Menu
        label={say('customers.views')}
        entries={entries}
        renderTrigger={(door) => (
          <Button {...door}>
            {open ? <bdi className="max-w-40 truncate text-accent">{open.name}</bdi> : say('customers.views')}
            <ChevronDownIcon className="-me-1 size-4 text-ink-faint" />
          </Button>
        )}
      />
      <Suspense>
        {inTouch && (
          <RoutineDialog
            other={{
              name: say('customers.views.in_touch'),
              make: (body) => api.call('post', '/api/views/{view}/routine', { params: { view: inTouch.id }, body }),
            }}
            onClose={() => setInTouch(null)}
          />
        )}
      </Suspense>
      <Dialog title={say('customers.views.keep')} isOpen={isKeeping} onClose={() => setKeeping(false)}>
        <KeepForm
          state={present}
          onKept={() => {
            setKeeping(false);
            void refresh();
          }}
        />
      </Dialog>
    </>
  );
}

function isSame(one: ViewState, other: ViewState): boolean {
  const parts = new Set([...Object.keys(one), ...Object.keys(other)] as (keyof ViewState)[]);
  return [...parts].every((part) => (one[part] ?? '') === (other[part] ?? ''));
}
