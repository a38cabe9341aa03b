import { z } from 'zod';
import { route } from '#kit/contract/route.ts';

const base64url = z.string().regex(/^[\w-]+={0,2}$/);

export const pushRoutes = {
  devices: route({
    method: 'get',
    path: '/api/push-devices',
    summary: 'The devices on which I am reminded, and the key with which a browser subscribes',
    caller: 'keepPreferences',
    answer: z.object({
      publicKey: z.string(),
      devices: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          /** By which a browser knows itself. */
          endpoint: z.string(),
          madeAt: z.iso.datetime(),
          toldAt: z.iso.datetime().nullable(),
        }),
      ),
    }),
  }),
  addDevice: route({
    method: 'post',
    path: '/api/push-devices',
    summary: 'Remind me on this device, too',
    caller: 'keepPreferences',
    body: z.object({
      endpoint: z.url().max(2000),
      p256dh: base64url.max(100),
      auth: base64url.max(50),
      /** How the colleague knows it again: "Firefox, Android". */
      name: z.string().min(1).max(80),
    }),
    answer: z.object({ id: z.uuid() }),
  }),
  removeDevice: route({
    method: 'delete',
    path: '/api/push-devices/{device}',
    summary: 'Stop reminding me on a device',
    caller: 'keepPreferences',
    params: z.object({ device: z.uuid() }),
  }),
};
