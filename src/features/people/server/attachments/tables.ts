export type AttachmentTables = {
  attachment: {
    workspace_id: string;
    id: string;
    customer_id: string;
    purpose: 'file' | 'photo';
    name: string;
    media_type: string;
    size_bytes: number;
    sha256: string;
    added_at: Temporal.Instant;
    added_by: string;
    removed_at: Temporal.Instant | null;
    removed_by: string | null;
  };
};
