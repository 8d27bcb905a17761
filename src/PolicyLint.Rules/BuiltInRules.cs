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
        new S3AnyBucket(), // PL1050
        new S3BucketNameSubstring(), // PL1051
        new EcrImageSupplyChain(), // PL1052
        new KmsUnscoped(), // PL1053
        new KmsCreategrantUnbounded(), // PL1054
        new SecretsAny(), // PL1055
        new CodecommitGitAny(), // PL1056
        new LogsWriteScope(), // PL1057
        new PutmetricdataAnyNamespace(), // PL1058
        new LambdaInvokeAny(), // PL1059
        new GlueAthenaAny(), // PL1060
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
        new S3ObjectActionOnBucketArn(), // PL2190
        new EcrAuthTokenScoped(), // PL2191
        new SageMakerFullAccess(), // PL3002
        new SageMakerWriteWildcard(), // PL3006
        new WildcardHidesHighRisk(), // PL3007
        new SageMakerWriteAnyResource(), // PL3008
        new CreateWithoutVpc(), // PL3060
        new CreateWithoutKms(), // PL3061
        new CreateWithoutNetworkIsolation(), // PL3062
        new CreateWithoutIntercontainerEncryption(), // PL3063
        new NotebookLockdownMissing(), // PL3064
        new DomainNetworkAuthMissing(), // PL3065
        new InstanceTypesUnbounded(), // PL3066
        new WorkteamPublicCrowd(), // PL3067
        new FilesystemUnbounded(), // PL3068
        new VersionMissingOrOld(), // PL4001
        new PolicySizeQuota(), // PL4002
        new RepeatedSid(), // PL4003
    ];
}
