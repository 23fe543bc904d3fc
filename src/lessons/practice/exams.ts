/** The exams in which these questions come up, with their domains as AWS's exam guides name them. */

export const exams = {
  'DVA-C02': {
    title: 'Developer – Associate',
    domains: [
      'Development with AWS Services',
      'Security',
      'Deployment',
      'Troubleshooting and Optimization',
    ],
  },
  'SAA-C03': {
    title: 'Solutions Architect – Associate',
    domains: [
      'Design Secure Architectures',
      'Design Resilient Architectures',
      'Design High-Performing Architectures',
      'Design Cost-Optimized Architectures',
    ],
  },
  'DEA-C01': {
    title: 'Data Engineer – Associate',
    domains: [
      'Data Ingestion and Transformation',
      'Data Store Management',
      'Data Operations and Support',
      'Data Security and Governance',
    ],
  },
  'DOP-C02': {
    title: 'DevOps Engineer – Professional',
    domains: [
      'SDLC Automation',
      'Configuration Management and IaC',
      'Resilient Cloud Solutions',
      'Monitoring and Logging',
      'Incident and Event Response',
      'Security and Compliance',
    ],
  },
  'DBS-C01': {
    title: 'Database – Specialty (retired in 2024)',
    domains: [
      'Workload-Specific Database Design',
      'Deployment and Migration',
      'Management and Operations',
      'Monitoring and Troubleshooting',
      'Database Security',
    ],
  },
  Interview: {
    title: 'What interviewers ask',
    domains: ['What Streams are', 'Enabling and reading', 'Choosing between services'],
  },
} as const;

export type ExamId = keyof typeof exams;

export interface ExamTag {
  exam: ExamId;
  /** Place among the exam's domains, from 1. */
  domain: number;
}

/** `DVA-C02`, domain 4: `Troubleshooting and Optimization`. */
export const domainTitle = ({ exam, domain }: ExamTag): string | undefined =>
  exams[exam].domains[domain - 1];
