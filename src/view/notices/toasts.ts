/** Short words about what a person has just done, with a way back where there is one. */
import { create } from 'zustand';

export interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'bad' | 'good';
  actions: readonly { name: string; act: () => void }[];
}

const MOST = 3;
const STAYS_MS = 12_000;

export const useToasts = create<{ toasts: readonly Toast[] }>(() => ({ toasts: [] }));
let nextId = 1;

/** Says something for a while; trouble stays until it is dismissed. */
export function say(toast: {
  text: string;
  tone?: Toast['tone'];
  actions?: Toast['actions'];
}): void {
  const { text, tone = 'plain', actions = [] } = toast;
  const id = nextId++;
  const others = useToasts.getState().toasts.filter((other) => other.text !== text);
  useToasts.setState({ toasts: [...others, { id, text, tone, actions }].slice(-MOST) });
  if (tone !== 'bad') setTimeout(() => dismissToast(id), STAYS_MS);
}

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}
