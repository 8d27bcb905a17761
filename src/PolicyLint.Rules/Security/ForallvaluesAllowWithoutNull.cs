using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Security;

/// <summary>PL1031: an Allow with ForAllValues, and nothing that asks for the key.</summary>
public sealed class ForallvaluesAllowWithoutNull() : StatementRule(new RuleDescriptor
{
    Id = "PL1031",
    Name = "forallvalues-allow-without-null",
    Category = RuleCategory.Security,
    Needs = StatementParts.SetOperator,
    SecuritySeverity = SecuritySeverity.High,
    LooksAt = Effect.Allow,
    Title = "An Allow with `ForAllValues` lets requests without the key through",
    Why = "`ForAllValues` is true when the request does not have the key: a training job without any VPC passes a guard on `sagemaker:VpcSubnets`, a resource without tags one on `aws:TagKeys`, and a caller of no organization one on `aws:PrincipalOrgPaths`. AWS advises against `ForAllValues` in an Allow.",
    Remedy = "Add `\"Null\": { \"<the key>\": \"false\" }` to the same Condition.",
    Limits = "Keys of optional attachments, such as lifecycle configurations and images, are left alone: without them there is nothing to guard. Negated operators let requests without the key through by their nature. Of the keys of other services than SageMaker only the global ones are looked at.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html",
        "https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html",
    ],
    Since = "0.1.0",
})
{
    private const string TagKeys = "aws:TagKeys";

    // What a request has none of needs no guard, and a request for most jobs names its instances.
    private static readonly Dictionary<string, SecuritySeverity> Risks = new(StringComparer.OrdinalIgnoreCase)
    {
        ["sagemaker:AcceleratorTypes"] = SecuritySeverity.None,
        ["sagemaker:CustomerMetadataPropertiesToRemove"] = SecuritySeverity.None,
        ["sagemaker:ImageArns"] = SecuritySeverity.None,
        ["sagemaker:ImageVersionArns"] = SecuritySeverity.None,
        ["sagemaker:NotebookInstanceLifecycleConfigArns"] = SecuritySeverity.None,
        ["sagemaker:StudioLifecycleConfigArns"] = SecuritySeverity.None,
        ["sagemaker:UpdatableFeatures"] = SecuritySeverity.None,
        ["sagemaker:InstanceTypes"] = SecuritySeverity.Low,
        ["sagemaker:VpcSecurityGroupIds"] = SecuritySeverity.High,
        ["sagemaker:VpcSubnets"] = SecuritySeverity.High,
        ["aws:CalledVia"] = SecuritySeverity.High,
        ["aws:PrincipalOrgPaths"] = SecuritySeverity.High,
        ["aws:PrincipalServiceNamesList"] = SecuritySeverity.High,
        ["aws:ResourceOrgPaths"] = SecuritySeverity.High,
        ["aws:SourceOrgPaths"] = SecuritySeverity.High,
        ["aws:VpceOrgPaths"] = SecuritySeverity.High,
    };

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement.Condition is null)
            return;

        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            if (term is not { Operator: { Qualifier: SetQualifier.ForAllValues, IsNegated: false, Family: not OperatorFamily.Null }, IsKeyRequired: false, Key.IsMultivalued: true })
                continue;

            if (RiskOf(statement, term, context.Catalog) is var risk and not SecuritySeverity.None)
                context.Report(term.Entry.Key, $"Every request without {term.Entry.Key.Quoted()} passes {term.Clause.OperatorText.Quoted()}: add `Null` with `false` for the key", risk);
        }
    }

    private static SecuritySeverity RiskOf(StatementAccess statement, ConditionTerm term, ServiceCatalog catalog)
    {
        if (!term.IsAbout(TagKeys))
            return Risks.GetValueOrDefault(term.Entry.Key.Value);

        // With one tag asked for the request has tag keys, and a request that only sets tags always has.
        if (AsksForOneTag(statement.Conditions) || IsTaggingOnly(statement, catalog))
            return SecuritySeverity.None;

        return catalog.SageMaker is { } sageMaker && !statement.IsNotAction && statement.ActionPatterns.MayMatch(sageMaker) ? SecuritySeverity.High : SecuritySeverity.Low;
    }

    private static bool AsksForOneTag(ConditionAccess conditions)
    {
        foreach (ConditionTerm term in conditions.Terms)
        {
            if (term.WhenAbsent == KeyAbsence.NeverHolds && term.IsAbout("aws:RequestTag/"))
                return true;
        }

        return false;
    }

    private static bool IsTaggingOnly(StatementAccess statement, ServiceCatalog catalog)
    {
        if (statement.IsNotAction)
            return false;

        foreach (int ordinal in statement.Actions)
        {
            if (catalog.IsPhantom(ordinal) || catalog.GetAction(ordinal).AccessLevel != AccessLevel.Tagging)
                return false;
        }

        return true;
    }
}
