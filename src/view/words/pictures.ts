/** What is said where the stage is saved as a picture. */
export const pictureWords = {
  title: 'As a picture',
  about:
    'Drawn as the stage stands, in this theme and width, with its caption. Text stays text in the SVG, and it says in words what it shows.',
  instants: 'Instants, for a storyboard',
  placeholder: 'empty: this instant; or 2s, 5s, 9s',
  save: { svg: 'Save SVG', png: 'Save PNG' },
  film: (seconds: number) => `Film ${seconds} s as WebM`,
  endFilm: 'End the film and save it',
  noFilm: 'This browser does not record WebM.',
} as const;
