using System.Collections.Immutable;
using PolicyLint.Rules.Correctness;
using PolicyLint.Rules.Maintainability;
using PolicyLint.Rules.PrivilegeEscalation;
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
        new SlrUnscoped(), // PL1010
        new WildcardAccountInArn(), // PL1011
        new ReadWildcardSensitive(), // PL1012
        new IneffectiveDeny(), // PL1013
        new PassRoleRoleWildcard(), // PL1014
        new PassRoleServiceTooWide(), // PL1015
        new PassRoleTagConditionIneffective(), // PL1016
        new AllowNotPrincipal(), // PL1020
        new ServiceWithoutSource(), // PL1021
        new OidcTrustWithoutCondition(), // PL1022
        new GitHubSubjectWildcard(), // PL1024
        new ConditionTooPermissive(), // PL1025
        new PassroleMisspeltKey(), // PL1030
        new ForallvaluesAllowWithoutNull(), // PL1031
        new UntrustworthyConditionKey(), // PL1032
        new UnpairedConditionKey(), // PL1033
        new DynamodbAttributesWithoutSelect(), // PL1034
        new S3PrefixInNegativeContext(), // PL1035
        new ResourceTagOnCreate(), // PL1036
        new RequestTagOnNonTaggingAction(), // PL1037
        new TagDenyDoesNotCoverLists(), // PL1038
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
        new DeadResource(), // PL2010
        new MalformedAction(), // PL2011
        new DuplicateSid(), // PL2030
        new ResourcePolicyWithoutResource(), // PL2100
        new WildcardInPrincipal(), // PL2101
        new PrincipalByUniqueId(), // PL2102
        new FederatedInResourcePolicy(), // PL2103
        new FederatedPrincipalMalformed(), // PL2104
        new ServicePrincipalFormat(), // PL2105
        new ActionUnfitForPrincipal(), // PL2106
        new RolesAnywhereActionsMissing(), // PL2107
        new PrincipalKeyForService(), // PL2108
        new ScpInnerWildcard(), // PL2109
        new RcpUnsupportedService(), // PL2110
        new RcpHitsOthers(), // PL2111
        new AudienceWithSetOperator(), // PL2112
        new ConditionKeyUnsupported(), // PL2120
        new DeprecatedConditionKey(), // PL2121
        new MultivaluedKeyWithoutSetOperator(), // PL2122
        new SetOperatorOnSingleValuedKey(), // PL2123
        new NullWithSetOperator(), // PL2124
        new ConditionValueOfOtherType(), // PL2125
        new ConditionValueInvalid(), // PL2126
        new SourceIpOrVpcPitfall(), // PL2127
        new IpRangeWithHostBits(), // PL2128
        new WildcardWithoutLike(), // PL2129
        new PolicyVariableNeeds2012(), // PL2130
        new MalformedPolicyVariable(), // PL2131
        new PolicyVariableOutOfPlace(), // PL2132
        new ConditionKeyInTwoSpellings(), // PL2133
        new MixedConditionValueTypes(), // PL2134
        new SeveralBooleanValues(), // PL2135
        new WildcardOnlyConditionValue(), // PL2136
        new RedundantNumericValue(), // PL2137
        new IrrelevantConditionKey(), // PL2138
        new EndpointKeyForUnsupportedService(), // PL2139
        new ConditionKeyWithoutItsAction(), // PL2140
        new SdkClientAsPrefix(), // PL2160
        new RetiredServicePrefix(), // PL2161
        new TagConditionUnsupported(), // PL2163
        new MissingCompanionResource(), // PL2164
        new SageMakerArnUppercase(), // PL2165
        new CreateWithoutAddTags(), // PL2166
        new CrossAccountArnWithoutResourcePolicy(), // PL2167
        new NotOfAttachedResource(), // PL2168
        new S3ObjectActionOnBucketArn(), // PL2190
        new EcrAuthTokenScoped(), // PL2191
        new SageMakerFullAccess(), // PL3002
        new SageMakerWriteWildcard(), // PL3006
        new WildcardHidesHighRisk(), // PL3007
        new SageMakerWriteAnyResource(), // PL3008
        new TrustMissingSourceCondition(), // PL3050
        new TrustExtraPrincipals(), // PL3051
        new TrustUnknownServicePrincipal(), // PL3052
        new TrustSetSourceIdentity(), // PL3053
        new VpcePolicyOpen(), // PL3054
        new ModelGroupPolicyOpen(), // PL3055
        new ScpGuardrailGap(), // PL3056
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
        new RedundantSessionPrincipal(), // PL4004
        new RedundantAction(), // PL4010
        new RedundantResource(), // PL4011
        new RedundantStatement(), // PL4012
        new EscalateByIamPermissions(), // PL5001
        new EscalateByIamCredentials(), // PL5002
        new EscalateByAssumeRole(), // PL5003
        new EscalateByNewMlRole(), // PL5004
        new EscalateByNewRole(), // PL5005
        new EscalateByExistingMl(), // PL5006
        new EscalateByExistingRole(), // PL5007
        new EscalateBySecrets(), // PL5008
        new EscalateByExposure(), // PL5009
        new EscalateByTampering(), // PL5010
    ];
}
