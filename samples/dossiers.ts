// What the three sample dossiers hold: which paper, in which file, how it was scanned.

import { drawBirthCertificate, drawBirthDeclaration } from './papers/birth.ts';
import { drawIdentityCard } from './papers/card.ts';
import { drawCompanyCertificate, drawDecision, drawNotice } from './papers/company.ts';
import { drawBuildingPermit, drawLandCertificate } from './papers/house.ts';
import { drawMarriageCertificate } from './papers/marriage.ts';
import type { DrawPaper } from './papers/paper.ts';
import { drawDiploma, drawHealthCertificate } from './papers/study-health.ts';
import { COMPANY, MOTHER } from './people.ts';
import type { Damage } from './scan/damage.ts';

export interface SampleScan {
  readonly draw: DrawPaper;
  readonly level: 'clean' | 'light' | 'medium' | 'heavy' | 'fax';
  readonly damage: Damage;
  /** Scanned in one run with others (`batch.pdf`), else a file of its own. */
  readonly as: 'jpg' | 'pdf' | 'tif' | 'batch';
  readonly quality?: number;
}

export interface SampleDossier {
  readonly folder: string;
  readonly dossier: {
    readonly code: string;
    readonly received: string;
    readonly procedure: string;
    readonly owners: readonly {
      kind: 'citizen' | 'organisation';
      scheme: string;
      id: string;
      name: string;
    }[];
  };
  readonly scans: readonly SampleScan[];
}

const GLASS: Damage = { dpi: 200, rotation: 0, skew: 0, shade: 0.06, blur: 0.5, noise: 3.2, lid: 238 };

export const DOSSIERS: readonly SampleDossier[] = [
  {
    folder: 'khai-sinh',
    dossier: {
      code: 'H42.38-260603-0147',
      received: '2026-06-03',
      procedure: '1.001193',
      owners: [{ kind: 'citizen', scheme: 'SDD', id: MOTHER.number, name: MOTHER.name }],
    },
    scans: [
      {
        draw: drawBirthCertificate,
        as: 'jpg',
        level: 'light',
        damage: { ...GLASS, skew: -0.9, folds: [0.5] },
      },
      {
        draw: drawMarriageCertificate,
        as: 'jpg',
        level: 'medium',
        damage: { ...GLASS, rotation: 90, skew: 1.3, shade: 0.2, blur: 0.7, lid: 30 },
      },
      {
        draw: drawIdentityCard,
        as: 'jpg',
        level: 'light',
        damage: { ...GLASS, dpi: 300, skew: 1.6, blur: 0.6 },
        quality: 76,
      },
      { draw: drawBirthDeclaration, as: 'pdf', level: 'clean', damage: { ...GLASS, skew: 0.4 } },
    ],
  },
  {
    folder: 'giay-to-gia-dinh',
    dossier: {
      code: 'H40.09-250408-0031',
      received: '2025-04-08',
      procedure: '1.012289',
      owners: [{ kind: 'citizen', scheme: 'SDD', id: MOTHER.number, name: MOTHER.name }],
    },
    scans: [
      { draw: drawDiploma, as: 'batch', level: 'light', damage: { ...GLASS, rotation: 270, skew: 0.6 } },
      {
        draw: drawHealthCertificate,
        as: 'batch',
        level: 'medium',
        damage: { ...GLASS, skew: -1.4, shade: 0.22, folds: [0.33, 0.66], blur: 0.7 },
      },
      {
        draw: drawLandCertificate,
        as: 'batch',
        level: 'light',
        damage: { ...GLASS, rotation: 180, skew: 0.7, folds: [0.48] },
      },
      {
        draw: drawBuildingPermit,
        as: 'batch',
        level: 'medium',
        damage: { ...GLASS, rotation: 90, skew: -1.1, shade: 0.15, blur: 0.75, lid: 24 },
      },
    ],
  },
  {
    folder: 'doanh-nghiep',
    dossier: {
      code: 'H42.05-20260914-0011830',
      received: '2026-09-14',
      procedure: '1.009664',
      owners: [{ kind: 'organisation', scheme: 'MST', id: COMPANY.number, name: COMPANY.name }],
    },
    scans: [
      {
        draw: drawCompanyCertificate,
        as: 'jpg',
        level: 'light',
        damage: { ...GLASS, skew: 0.8, shade: 0.1 },
      },
      { draw: drawDecision, as: 'pdf', level: 'clean', damage: { ...GLASS, skew: -0.5 } },
      { draw: drawNotice, as: 'tif', level: 'fax', damage: { ...GLASS, skew: 0.6, noise: 6, lid: 255 } },
    ],
  },
];
