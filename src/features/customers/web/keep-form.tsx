import { apiOf } from '#kit/web/api.ts';
import { Checkbox } from '#kit/web/checkbox.tsx';
import { Form } from '#kit/web/form.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import type { viewsApi } from '../api/views.ts';
import type { ViewState } from './customers-search.ts';

const api = apiOf<typeof viewsApi>();

/** The name under which a list is kept, and whether others see it. */
export function KeepForm({ state, onKept }: { state: ViewState; onKept: () => void }) {
  const say = useMessages();
  return (
    <Form
      submit={say('customers.views.save')}
      send={async (typed) => {
        await api.call('post', '/api/views', { body: { name: typed.text('name'), shared: typed.ticked('shared'), state } });
        onKept();
      }}
    >
      <TextField
        label={say('customers.views.name')}
        hint={say('customers.views.name.hint')}
        name="name"
        isRequired
        autoFocus
        maxLength={80}
      />
      <Checkbox name="shared">{say('customers.views.share')}</Checkbox>
    </Form>
  );
}
