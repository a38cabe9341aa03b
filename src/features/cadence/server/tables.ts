import type { Channel } from '../domain/index.ts';

export type StageName = 'prospect' | 'first-time' | 'returning' | 'lapsed';

export type CadenceTables = {
  cadence: {
    workspace_id: string;
    floor_days: number;
    active_days: number;
    country: string | null;
    weekdays: string | null;
    from_time: string;
    until_time: string;
  };
  working_week: { workspace_id: string; colleague_id: string; weekdays: string; from_time: string; until_time: string };
  absence: {
    workspace_id: string;
    id: string;
    colleague_id: string;
    from_on: Temporal.PlainDate;
    until_on: Temporal.PlainDate;
    stand_in_id: string | null;
    noted_by: string;
    noted_at: Temporal.Instant;
  };
  routine: {
    workspace_id: string;
    id: string;
    customer_id: string | null;
    list_id: string | null;
    list_name: string | null;
    tag_id: string | null;
    stage: StageName | null;
    for_key: boolean;
    every_days: number;
    latest_days: number;
    channel: Channel;
    purpose: string;
    made_by: string;
    made_on: Temporal.PlainDate;
  };
  quiet_period: {
    workspace_id: string;
    id: string;
    customer_id: string;
    from_on: Temporal.PlainDate;
    until_on: Temporal.PlainDate;
    yearly: boolean;
    note: string | null;
    noted_by: string;
    noted_at: Temporal.Instant;
  };
};
