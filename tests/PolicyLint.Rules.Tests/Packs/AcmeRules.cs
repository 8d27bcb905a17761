using PolicyLint.Analysis;

namespace PolicyLint.Rules.Tests.Packs;

/// <summary>
/// The rules of a company that uses PolicyLint, written as it would write them: nothing in this project sees the core's
/// internals, so what these need is public.
/// </summary>
internal sealed class AcmeRules : IRulePack
{
    public string IdPrefix => "ACME";

    public IReadOnlyList<Rule> Rules { get; } = [new TrainingStaysInTheNetwork(), new SidsNameATicket()];

    /// <summary>A rule over what a statement allows: spelling does not matter to it.</summary>
    private sealed class TrainingStaysInTheNetwork() : StatementRule(new RuleDescriptor
    {
        Id = "ACME0001",
        Name = "training-outside-the-network",
        Category = RuleCategory.SageMaker,
        SecuritySeverity = SecuritySeverity.Medium,
        AppliesTo = PolicyTypes.Grants,
        LooksAt = Effect.Allow,
        Title = "Training jobs may run outside Acme's network",
        Why = "Training data must not leave the network.",
        Remedy = "Add a condition on sagemaker:VpcSubnets.",
        Sources = ["https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html"],
        HelpUri = "https://acme.example/policies/training",
    })
    {
        public override void CheckStatement(StatementAccess statement, RuleContext context)
        {
            if (!context.Catalog.TryGetAction("sagemaker", "CreateTrainingJob", out var train) || !statement.Actions.Contains(train.Ordinal))
                return;

            if (!statement.Conditions.Constrains("sagemaker:VpcSubnets"))
                context.Report(statement.Statement, $"The statement allows {train.FullName.Quoted()} in any subnet");
        }
    }

    /// <summary>A rule over the document as it is written.</summary>
    private sealed class SidsNameATicket() : PolicyRule(new RuleDescriptor
    {
        Id = "ACME0002",
        Name = "sid-without-ticket",
        Category = RuleCategory.Maintainability,
        Title = "A Sid does not name the ticket that asked for it",
        Why = "Nobody remembers why an access was given.",
        Remedy = "Start the Sid with the ticket: IAM123ReadEndpoints.",
        Sources = [],
    })
    {
        public override void CheckPolicy(PolicyAccess policy, RuleContext context)
        {
            foreach (Statement statement in policy.Document.Statements)
            {
                if (statement.Sid is { } sid && !sid.Value.StartsWith("IAM", StringComparison.Ordinal))
                    context.Report(sid, $"The Sid {sid.Quoted()} names no ticket");
            }
        }
    }
}
