import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { apiOf } from '#kit/web/api.ts';
import { Badge } from '#kit/web/badge.tsx';
import { Button } from '#kit/web/button.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { PhoneIcon } from '#kit/web/icons.tsx';
import { Section } from '#kit/web/page.tsx';
import { ProblemNotice, problemText } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { toast } from '#kit/web/toast.tsx';
import type { pushRoutes } from '../api/push.ts';
import { canBeTold, deviceName, ownEndpoint, permission, subscribe, unsubscribe } from './this-device.ts';

const api = apiOf<typeof pushRoutes>();

/** On which devices one is told of reminders, also while Tend is closed. */
export function DevicesSection() {
  const say = useMessages();
  const formats = useFormats();
  const client = useQueryClient();
  const found = useQuery(api.query('get', '/api/push-devices'));
  const own = useQuery({ queryKey: ['own push endpoint'], queryFn: ownEndpoint });
  const [isBusy, setBusy] = useState(false);
  const devices = found.data?.devices ?? [];
  const isOn = devices.some(({ endpoint }) => endpoint === own.data);

  async function atOnce(run: () => Promise<void>) {
    setBusy(true);
    try {
      await run();
    } catch (error) {
      toast({ text: problemText(say, error), tone: 'bad' });
    }
    await client.invalidateQueries({ predicate: ({ queryKey: [name] }) => name === '/api/push-devices' || name === 'own push endpoint' });
    setBusy(false);
  }
  async function turnOn(publicKey: string) {
    const subscribed = await subscribe(publicKey);
    if (!subscribed) return;
    await api.call('post', '/api/push-devices', { body: { ...subscribed, name: deviceName(navigator.userAgent) } });
    toast({ text: say('reminders.devices.on') });
  }
  async function remove(device: (typeof devices)[number]) {
    await api.call('delete', '/api/push-devices/{device}', { params: { device: device.id } });
    if (device.endpoint === own.data) await unsubscribe();
  }

  return (
    <Section title={say('reminders.devices.title')} lede={say('reminders.devices.lede')}>
      {found.isError && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={1} />}
      {devices.length > 0 && (
        <ul className="flex flex-col divide-y divide-line">
          {devices.map((device) => (
            <li key={device.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-row">
              <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
                <bdi>{device.name}</bdi>
                {device.endpoint === own.data && <Badge tone="good">{say('reminders.devices.this')}</Badge>}
                <span className="tabular text-sm text-ink-soft">
                  {device.toldAt === null
                    ? say('reminders.devices.since', { on: formats.date(formats.dayOf(device.madeAt)) })
                    : say('reminders.devices.told', { at: formats.moment(device.toldAt) })}
                </span>
              </span>
              <Button
                look="quiet"
                onPress={() => void atOnce(() => remove(device))}
                aria-label={say('reminders.devices.remove.which', { name: device.name })}
              >
                {say('reminders.devices.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {!canBeTold() && <p className="text-ink-soft">{say('reminders.devices.cannot')}</p>}
      {canBeTold() && permission() === 'denied' && <p className="text-ink-soft">{say('reminders.devices.denied')}</p>}
      {found.data && canBeTold() && permission() !== 'denied' && !isOn && (
        <div>
          <Button icon={PhoneIcon} isPending={isBusy} onPress={() => void atOnce(() => turnOn(found.data.publicKey))}>
            {say('reminders.devices.turn_on')}
          </Button>
        </div>
      )}
    </Section>
  );
}
