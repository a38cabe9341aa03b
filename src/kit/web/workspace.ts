/**
 * Which workspace the page shows. It goes along with every request, so that a page left open while somebody chose another workspace elsewhere
 * never writes into that one.
 */
let shown: string | undefined;

const STORED_AS = 'tend.workspace';

export function showWorkspace(workspace: string | undefined): void {
  shown = workspace;
}

export function shownWorkspace(): string | undefined {
  return shown;
}

/** Begins anew in another workspace, and tells the other windows of this browser, which share the session. */
export function startInAnotherWorkspace(workspace: string): void {
  try {
    localStorage.setItem(STORED_AS, workspace);
  } catch {
    // A browser that keeps nothing has no other windows to tell.
  }
  location.assign('/');
}

/** Begins anew when another window of this browser changed to another workspace. */
export function followWorkspace(): void {
  addEventListener('storage', (event) => {
    if (event.key === STORED_AS && event.newValue !== null && shown !== undefined && event.newValue !== shown) location.assign('/');
  });
}
