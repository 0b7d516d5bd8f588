import type { Locale } from './th'
import { agencies } from './agencies'
import { camera } from './camera'
import { drafts } from './drafts'
import { imports } from './imports'
import { keys } from './keys'
import { map } from './map'
import { outbox } from './outbox'
import { owners } from './owners'
import { people } from './people'
import { problems } from './problems'
import { proposals } from './proposals'
import { register } from './register'
import { reports } from './reports'
import { returns } from './returns'
import { rounds } from './rounds'
import { survey } from './survey'
import { work } from './work'

/** The same in English. */
export const en: Locale = {
  product: 'SongKlong',
  skip: 'Skip to content',
  back: 'Back',
  places: 'Main menu',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  saved: 'Saved',
  undo: 'Undo',
  again: 'Try again',
  loading: 'Loading',
  choose: 'Choose',
  more: 'Show more',
  all: 'All',
  filters: 'Filters',
  clearFilters: 'Clear the filters',
  copied: 'Copied',
  notCopied: 'It could not be copied. Press and hold the text, then choose copy.',
  optional: 'optional',
  baht: 'baht',
  month: 'Month',
  year: 'Year',
  yearHelp: (be, ce) => `${ce} (B.E. ${be})`,
  yearHint: 'Common or Buddhist era',
  offline: 'The system cannot be reached. Check your internet connection and try again.',
  unknownAnswer: 'The system gave an answer that makes no sense. Wait a moment and try again.',
  riskPointsTitle: 'Risk points',
  statisticsTitle: 'Footage statistics',
  home: {
    title: 'Home',
    hello: name => name ? `Hello ${name}` : 'Hello',
    waits: 'Waiting for you',
    nothing: 'Nothing is waiting for you',
    nothingHint: 'Repairs to do and things you reported are counted here.',
    work: 'Repairs to do',
    overdue: n => `${n} overdue`,
    onTime: 'None overdue',
    reports: 'What you reported',
    toConfirm: n => `${n} waiting for your word`,
    inProgress: 'In progress',
    accessRequests: 'Access requests',
    toDecide: 'Waiting for your decision',
    near: 'Cameras near me',
    province: 'Province settings',
    requests: 'My requests',
    openRequests: 'Requests for footage waited for',
    asks: 'Requests to me',
    openAsks: 'Requests for footage to answer',
    toAnswer: 'Your answer is awaited',
    further: 'More pages',
    roles: 'Your roles',
    noRole: 'Member of the public',
    noRoleDoes: 'You can report broken cameras and follow them in the chat. If you are an official or a technician, type “Register” there.',
    does: {
      OFFICIAL: 'Takes on, assigns and follows the repairs of the agency’s cameras',
      TECHNICIAN: 'Repairs the cameras that are assigned, and says how it went',
      POLICE: 'Asks for footage in cases, sees the state of the province’s cameras and reports broken ones',
      OWNER: 'Looks after their own cameras and answers police who ask for footage',
      SECRETARY: 'Looks after repairs that are overdue or have no agency, approves people, sees the whole province',
      COMMITTEE: 'Sees the whole province',
      NATIONAL: 'Sees all provinces',
      ADMIN: 'Runs the system',
    },
  },
  photos: {
    title: 'Photos',
    nth: n => `Photo ${n}`,
    before: 'Before',
    after: 'After the repair',
    afterRepair: 'Photos after the repair',
    take: 'Take a photo',
    choose: 'Choose photos',
    remove: n => `Remove photo ${n}`,
    needed: 'Take at least one photo after the repair.',
    sending: (n, of) => `Sending photo ${n} of ${of}`,
  },
  work: work.en,
  reports: reports.en,
  people: people.en,
  agencies: agencies.en,
  keys: keys.en,
  survey: survey.en,
  outbox: outbox.en,
  owners: owners.en,
  drafts: drafts.en,
  returns: returns.en,
  rounds: rounds.en,
  settings: {
    title: 'Settings',
    language: 'Language',
    languageHelp: 'Used in this app and in the chat',
    who: 'You are',
    nameless: 'No name yet',
    nameHelp: 'Your name at LINE',
    roles: 'Roles',
    noRoles: 'No role in an agency yet. Type “Register” in the chat to ask for one.',
    signOut: 'Sign out',
    signOutHelp: 'On this device only. Your reports and work are kept.',
    languageSaved: 'English it is',
  },
  register: register.en,
  camera: camera.en,
  map: map.en,
  imports: imports.en,
  proposals: proposals.en,
  problems: problems.en,
  notFound: {
    title: 'Page not found',
    words: 'The link may be old, or something is missing from it.',
    home: 'Go to the home page',
  },
  signIn: {
    title: 'Sign in',
    problem: 'You are not signed in yet',
    out: 'You have signed out',
    outWords: 'Your reports and work are kept. Sign in again whenever you like.',
    again: 'Sign in with LINE',
    close: 'Close this page',
    notSetUp: 'This app is not ready yet',
    notSetUpWords: 'Whoever runs it must add a LIFF app to the LINE Login channel and set LINE_LOGIN_CHANNEL_ID and LIFF_ID. Until then, everything works in the chat.',
    failed: 'LINE could not confirm who you are. Check your internet connection and the date and time of this device, then try again.',
  },
}
