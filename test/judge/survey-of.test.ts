import { expect, test } from 'vitest'
import { surveyOf } from '../../src/judge/survey-of.ts'
import { featuresOf } from '../../src/probe/features.ts'
import { ledgerOf } from '../../src/probe/ledger.ts'
import { fullSurvey } from '../../src/probe/survey/full.ts'
import { type Model, modelServer, nineSuites, runAll } from '../probe/survey/model.ts'

const context = { servername: 'example.com', alpn: ['h2'], random: (length: number) => new Uint8Array(length) }
const noteOfSchemes = 'the signature schemes of TLSv1.3 are known in part'

// Sealed with a key of a group that the survey makes no share of.
test.each<[string, Model, readonly string[]]>([
  ['that takes the share of the survey are known', nineSuites, []],
  ['whose signature is sealed for another share are said to be known in part', { ...nineSuites, groups: [0x0018] }, [noteOfSchemes]],
])('the signature schemes of a server %s', (_, model, notes) => {
  const ledger = ledgerOf(runAll(fullSurvey(context), modelServer(model)).asked)
  const cost = { connections: 0, roundTrips: 0, durationMs: 0 }
  const survey = surveyOf({ kind: 'full', ledger, known: null, features: featuresOf(ledger), cost, notes: [] })
  expect(survey.notes).toEqual(notes)
  expect(survey.completeFor.signatureSchemes.includes('TLSv1.3')).toBe(notes.length === 0)
})
