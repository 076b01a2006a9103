/** Synthesises every stack of the trust, checks them, and refuses bundles that are too big. Run by `cdk synth` and `cdk deploy`. */
import { Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { readAcademies } from './academies.ts'
import { bundleSizes, isTooBig, sizeTable } from './bundle-sizes.ts'
import { trustStacks } from './stacks.ts'

const { app, core } = trustStacks(readAcademies())
Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
const assembly = app.synth()

const sizes = bundleSizes(assembly.getStackByName(core.stackName).template, assembly.directory)
console.error(sizeTable(sizes))
if (sizes.some(isTooBig)) {
  console.error('A function is bigger than 1000 KiB. Look at what its handler imports.')
  process.exitCode = 1
}
