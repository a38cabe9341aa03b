import { fail } from '#kit/domain/result.ts';
import { recordEvent } from '#kit/server/events.ts';
import { handle, type Handler } from '#kit/server/http/index.ts';
import { newId } from '#kit/server/ids.ts';
import { isPublicUrl } from '#kit/server/outside/index.ts';
import { pushRoutes } from '../../api/push.ts';
import { deleteDevice, listDevices, writeDevice } from './device-store.ts';
import { pushKeysOf } from './keys.ts';

const mostDevices = 20;

export const pushHandlers: readonly Handler[] = [
  handle(pushRoutes.devices, async ({ tx, who, services }) => ({
    publicKey: pushKeysOf(services.config).publicKey,
    devices: (await listDevices(tx, [who.colleague])).map(({ id, name, endpoint, made_at, told_at }) => ({
      id,
      name,
      endpoint,
      madeAt: made_at.toString(),
      toldAt: told_at?.toString() ?? null,
    })),
  })),
  handle(pushRoutes.addDevice, async ({ tx, now, who, body, services }) => {
    if (!services.config.pushAnywhere && !isPublicUrl(body.endpoint)) throw fail('push_device.endpoint_unusable', {}, 'endpoint');
    if ((await listDevices(tx, [who.colleague])).length >= mostDevices) throw fail('push_device.too_many', { most: mostDevices });
    const id = await writeDevice(tx, newId(now.epochMilliseconds), now, who.colleague, body);
    await recordEvent(tx, now, { kind: 'push_device.added', colleague: who.colleague, subject: id });
    return { id };
  }),
  handle(pushRoutes.removeDevice, async ({ tx, now, who, params }) => {
    if (!(await deleteDevice(tx, params.device, who.colleague))) throw fail('push_device.not_found');
    await recordEvent(tx, now, { kind: 'push_device.removed', colleague: who.colleague, subject: params.device });
  }),
];
