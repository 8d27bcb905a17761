import { provision, training } from "./program";

// The outputs of the stack: { policyArn }.
export = () => provision(training);
