import { useQueryClient } from '@tanstack/react-query';
import { apiOf } from '#kit/web/api.ts';
import { Form } from '#kit/web/form.tsx';
import { useGo } from '#kit/web/go.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { usePreferences } from '#kit/web/prefs.ts';
import { Select } from '#kit/web/select.tsx';
import { PasswordField } from '#kit/web/password-field.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { currencyAround, timeZones } from '#features/workspace/web/index.ts';
import type { accessApi } from '../api.ts';
import { Alone } from './alone.tsx';
import { adoptSession } from './session.ts';

const api = apiOf<typeof accessApi>();

/** The first visit: the business and its owner, nothing that could not wait. */
export function WelcomePage() {
  const say = useMessages();
  const formats = useFormats();
  const { language } = usePreferences();
  const client = useQueryClient();
  const go = useGo();
  const here = Temporal.Now.timeZoneId();
  const currencies = Intl.supportedValuesOf('currency').map((id) => ({ id, text: `${id} · ${formats.currencyName(id)}` }));
  return (
    <Alone title={say('access.welcome.title')} lede={say('access.welcome.lede')}>
      <Form
        submit={say('access.welcome.submit')}
        send={async (typed) => {
          const session = await api.call('post', '/api/workspaces', {
            body: {
              name: typed.text('name'),
              language,
              currency: typed.text('currency'),
              timeZone: typed.text('timeZone'),
              owner: {
                name: typed.text('owner.name'),
                email: typed.text('owner.email'),
                password: typed.exact('owner.password'),
              },
            },
          });
          adoptSession(client, session);
          go('/start');
        }}
      >
        <TextField label={say('access.welcome.business')} name="name" autoComplete="organization" isRequired autoFocus />
        <div className="grid gap-5 sm:grid-cols-2">
          <Select label={say('access.welcome.currency')} name="currency" choices={currencies} defaultValue={currencyAround(here)} />
          <Select label={say('access.welcome.timeZone')} name="timeZone" choices={timeZones()} defaultValue={here} />
        </div>
        <hr className="border-line" />
        <TextField label={say('access.welcome.owner')} name="owner.name" autoComplete="name" isRequired />
        <TextField label={say('access.email')} name="owner.email" type="email" autoComplete="username" isRequired />
        <PasswordField
          label={say('access.password')}
          hint={say('access.welcome.passwordHint')}
          name="owner.password"
          autoComplete="new-password"
          minLength={10}
          isRequired
        />
      </Form>
    </Alone>
  );
}
