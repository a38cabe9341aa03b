export type PushTables = {
  push_device: {
    workspace_id: string;
    id: string;
    colleague_id: string;
    endpoint: string;
    p256dh: string;
    auth: string;
    name: string;
    made_at: Temporal.Instant;
    told_at: Temporal.Instant | null;
  };
  push_delivery: {
    workspace_id: string;
    reminder_id: string;
    device_id: string;
    told_at: Temporal.Instant;
  };
};
