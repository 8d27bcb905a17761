using System.Collections.Immutable;
using PolicyLint.Rules.Correctness;
using PolicyLint.Rules.Maintainability;
using PolicyLint.Rules.SageMaker;
using PolicyLint.Rules.Security;

namespace PolicyLint.Rules;

/// <summary>The built-in rules, in the order of their ids. A new rule is added here by <c>eng/NewRule</c>.</summary>
public static class BuiltInRules
{
    /// <summary>Every built-in rule.</summary>
    public static ImmutableArray<Rule> All { get; } =
    [
        new AdminWildcard(), // PL1001
        new ServicePrefixWildcard(), // PL1002
        new AllowNotAction(), // PL1003
        new AllowNotResource(), // PL1004
        new PassRoleAnyRole(), // PL1005
        new PassRoleNoPassedToService(), // PL1006
        new ServiceFullAccess(), // PL1007
        new AssumeRoleAny(), // PL1040
        new SsmSessionAny(), // PL1041
        new ServiceCatalogProvisionAny(), // PL1042
        new UnknownService(), // PL2001
        new UnknownAction(), // PL2002
        new PatternMatchesNothing(), // PL2003
        new UnknownConditionOperator(), // PL2004
        new UnknownConditionKey(), // PL2005
        new ConditionOperatorType(), // PL2006
        new ArnShape(), // PL2007
        new ResourceTypeMismatch(), // PL2008
        new NoResourceLevelActionScoped(), // PL2009
        new MalformedAction(), // PL2011
        new DuplicateSid(), // PL2030
        new SageMakerFullAccess(), // PL3002
        new SageMakerWriteWildcard(), // PL3006
        new WildcardHidesHighRisk(), // PL3007
        new SageMakerWriteAnyResource(), // PL3008
        new PassRolePlusCreateCompute(), // PL3010
        new ExecutionRoleSwap(), // PL3011
        new PresignedUrlUnscoped(), // PL3012
        new PresignedUrlWrongResource(), // PL3013
        new StudioRemoteSession(), // PL3014
        new LifecycleConfigWrite(), // PL3015
        new ClusterLifecycleCode(), // PL3016
        new IamRoleAdminInMlPolicy(), // PL3017
        new RemoteDebugUngated(), // PL3018
        new BearerToken(), // PL3019
        new ResourcePolicyWrite(), // PL3020
        new AddTagsUnscoped(), // PL3021
        new SearchBypassesDescribe(), // PL3022
        new InvokeEndpointAny(), // PL3023
        new MmeTargetModelOpen(), // PL3024
        new EndpointCaptureRedirect(), // PL3025
        new FeatureStoreRecordAny(), // PL3026
        new ModelApprovalNoSeparation(), // PL3027
        new MlflowUnscoped(), // PL3028
        new BedrockInvokeAny(), // PL3029
        new GroundTruthWorkforceAdmin(), // PL3030
        new CapacityPurchase(), // PL3031
        new VersionMissingOrOld(), // PL4001
        new PolicySizeQuota(), // PL4002
        new RepeatedSid(), // PL4003
    ];
}
