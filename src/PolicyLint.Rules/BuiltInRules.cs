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
        new VersionMissingOrOld(), // PL4001
        new PolicySizeQuota(), // PL4002
        new RepeatedSid(), // PL4003
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
