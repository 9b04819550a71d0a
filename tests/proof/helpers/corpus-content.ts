/** What is said at the review of the solar forecast: our own words about real files, which are attached when the judge runs. */

export const overview = {
  title: 'Solar forecast for the campus car parks, milestone 1',
  Subject: 'Forecast of the daily output of the solar panels over car parks B and C',
  Version: 'Milestone 1, March 2024',
  Objectives:
    'Know whether the data carries a forecast, which model family is worth going on with, and what keeps it from being used.',
  'Decision sought': 'May the team begin milestone 2 with the tree models as the way to go?',
  Purpose:
    'Tell those in charge of the panels how much electricity the next days will bring, so that they can plan purchases and maintenance.',
  'Key takeaways':
    'Weather forecasts and one year of production are enough to begin. Random forests are ahead on all eight plants; the neural networks do not learn yet.',
  Impact: 'About 400 MWh a year can be planned instead of guessed. Nobody is billed by this forecast.',
} as const

export const people = [
  ['Alix Bertin', 'Presenter'],
  ['Rémi Lambert', 'Presenter'],
  ['Theo Vance', 'Reviewer'],
  ['Maud Pirelle', 'Reviewer'],
  ['Prof. Ines Grégoire', 'Decision maker'],
] as const

/** Title and planned minutes. */
export const agenda = [
  ['What the forecast is for, and who uses it', 5],
  ['Data: production of eight plants and the weather', 10],
  ['Exploration: outliers, plant 8, seasons', 10],
  ['Models and their error', 15],
  ['Neural networks: why they do not learn', 10],
  ['Verdict and actions', 10],
] as const

/** Part of a file's name, and the item it is looked at in. */
export const attached = [
  ['Milestone_01_Presentation', 1],
  ['MLOps_Project_Card', 1],
  ['energy_5.csv', 2],
  ['eda.ipynb', 3],
  ['pl_1.png', 3],
  ['pl_6.png', 3],
  ['sklearn.ipynb', 4],
  ['nn.ipynb', 5],
] as const

/** Label, text; entered on behalf of the person named. */
export const feedback = {
  'Theo Vance': [
    [
      'issue',
      'The split into training, validation and test is drawn at random; neighbouring quarter-hours are on both sides. Split by time.',
    ],
    ['question', 'A mean square error of 37 million says nothing to the user. What is it in kilowatt-hours a day?'],
    ['risk', 'One year of production cannot show two winters; snow was seen in a few weeks only.'],
    ['suggestion', 'Compare with the simplest forecast there is: the same hour of the day before.'],
    ['praise', 'That plant 8 reports what its panels cannot deliver was found and explained with a map.'],
  ],
  'Alix Bertin': [
    ['response', 'Right. We split by month for milestone 2, with a gap of a week.'],
    ['response', 'We will report the error of the daily sum in kilowatt-hours, next to the installed power.'],
    ['commitment', 'The forecast of the day before becomes the first line of every table.'],
    ['ask', 'Can somebody get us the output of 2021, for a second winter?'],
    ['note', 'The networks stop improving after a few of the fifteen epochs; the inputs are not scaled.'],
  ],
} as const

/** Per item: paragraphs; a line beginning with `!` is an action. */
export const minutes = [
  ['The administrators of the panels want the next days in their calendar, not a number in a notebook.'],
  [
    'Output of 2022 in quarter-hours for eight plants; weather from the climatology laboratory.',
    'Rows without a partner in the weather files were left out.',
  ],
  [
    'Plant 8 reports a power its panels cannot have. Treated as a fault of the sensor.',
    '!Ask the operator about the sensor of plant 8',
  ],
  ['Six regressors were tried; random forests are ahead on each plant.', '!Repeat all results with a split by time'],
  ['Both networks stay at a loss near 1.8. Scaling the inputs was suggested.'],
  ['The panel agrees that the tree models go on.', '!Add the day before as a baseline to every table'],
] as const

export const owners = ['Rémi Lambert', 'Alix Bertin', 'Alix Bertin', 'Rémi Lambert'] as const

export const decision = {
  statement: 'Milestone 2 begins with the tree models. The neural networks wait until the split by time is in place.',
  outcome: 'Proceed with conditions',
  because: 'The data carries the forecast and the team knows its faults.',
  condition: 'All errors are reported on a split by time before milestone 2 is reviewed',
} as const
