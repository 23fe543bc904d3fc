/** The presentation's end of the way to the speaker's window. */
import { spokenLanguage } from '../../../projections/words/language.ts';
import { useTheme } from '../../theme/themeChoice.ts';
import type { SpeakerView } from '../speakerView.ts';
import {
  channelName,
  type SpeakerWish,
  type ToPresentation,
  type ToSpeaker,
} from './speakerMessages.ts';

export class SpeakerLink {
  private readonly id = Math.random().toString(36).slice(2);
  private channel: BroadcastChannel | null = null;
  private view: SpeakerView | null = null;

  /** @param onWish is told what is asked for in the window. */
  listen(onWish: (wish: SpeakerWish) => void): void {
    addEventListener('pagehide', this.end);
    this.channel = new BroadcastChannel(channelName(this.id));
    this.channel.onmessage = ({ data }: MessageEvent<ToPresentation>) => {
      if (data.do === 'wish') onWish(data.wish);
      else if (this.view !== null) this.show(this.view);
    };
  }

  /** Opens the window, or brings it forward. @returns false where the browser refuses. */
  open(): boolean {
    const opened = window.open(
      `speaker.html?language=${spokenLanguage()}&theme=${useTheme.getState().theme}#${this.id}`,
      `shardscope-speaker-${this.id}`,
      'popup,width=900,height=720',
    );
    opened?.focus();
    return opened !== null;
  }

  show(view: SpeakerView): void {
    this.view = view;
    this.tell({ do: 'show', view });
  }

  close(): void {
    this.end();
    removeEventListener('pagehide', this.end);
    this.channel?.close();
    this.channel = null;
  }

  private readonly end = (): void => this.tell({ do: 'end' });

  private tell(message: ToSpeaker): void {
    this.channel?.postMessage(message);
  }
}
