import { PolicyPack } from "@pulumi/policy";
import { iamPolicies } from "./iam-policies";

new PolicyPack("policylint", { policies: [iamPolicies] });
