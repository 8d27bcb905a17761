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
        new PassroleMisspeltKey(), // PL1030
        new ForallvaluesAllowWithoutNull(), // PL1031
        new UntrustworthyConditionKey(), // PL1032
        new UnpairedConditionKey(), // PL1033
        new DynamodbAttributesWithoutSelect(), // PL1034
        new S3PrefixInNegativeContext(), // PL1035
        new ResourceTagOnCreate(), // PL1036
        new RequestTagOnNonTaggingAction(), // PL1037
        new TagDenyDoesNotCoverLists(), // PL1038
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
        new SageMakerFullAccess(), // PL3002
        new SageMakerWriteWildcard(), // PL3006
        new WildcardHidesHighRisk(), // PL3007
        new SageMakerWriteAnyResource(), // PL3008
        new VersionMissingOrOld(), // PL4001
        new PolicySizeQuota(), // PL4002
        new RepeatedSid(), // PL4003
    ];
}
