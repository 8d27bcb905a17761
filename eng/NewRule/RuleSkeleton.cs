using PolicyLint.Rules;

namespace PolicyLint.NewRule;

/// <summary>The files of a new rule. They compile and pass as they are, and the meta tests refuse their TODOs.</summary>
internal sealed class RuleSkeleton(NewRuleRequest rule, string version)
{
    private bool IsAboutSecurity => rule.Category is RuleCategory.Security or RuleCategory.SageMaker or RuleCategory.PrivilegeEscalation;

    /// <summary>The descriptor that <see cref="Rule"/> spells out.</summary>
    public RuleDescriptor Descriptor()
    {
        const string Todo = "TODO.";
        SecuritySeverity risk = IsAboutSecurity ? SecuritySeverity.Medium : SecuritySeverity.None;
        return new RuleDescriptor
        {
            Id = rule.Id,
            Name = rule.Name,
            Category = rule.Category,
            SecuritySeverity = risk,
            DefaultSeverity = Severity.Warning,
            AppliesTo = PolicyTypes.Grants,
            LooksAt = Effect.Allow,
            Title = rule.Title,
            Why = Todo,
            Remedy = Todo,
            Limits = Todo,
            Sources = [],
            Since = version,
        };
    }

    public string Rule() => $$"""
        using PolicyLint.Analysis;

        namespace PolicyLint.Rules.{{rule.Category}};

        /// <summary>{{rule.Id}}: {{Xml(rule.Title)}}.</summary>
        public sealed class {{rule.ClassName}}() : StatementRule(new RuleDescriptor
        {
            Id = "{{rule.Id}}",
            Name = "{{rule.Name}}",
            Category = RuleCategory.{{rule.Category}},
            {{(IsAboutSecurity ? "SecuritySeverity = SecuritySeverity.Medium" : "DefaultSeverity = Severity.Warning")}},
            AppliesTo = PolicyTypes.Grants,
            LooksAt = Effect.Allow,
            Title = "{{rule.Title}}",
            Why = "TODO: what happens to whom, in two or three sentences.",
            Remedy = "TODO: what to write instead.",
            Limits = "TODO: what the rule cannot see; leave the line out where nothing is worth saying.",
            Sources = ["TODO: the AWS page that says so"],
            Since = "{{version}}",
        })
        {
            /// <inheritdoc/>
            public override void CheckStatement(StatementAccess statement, RuleContext context)
            {
                foreach (PolicyString action in statement.Statement.Action?.Values ?? [])
                {
                    if (action.Value == "TODO")
                        context.Report(action, $"`{action}` is not written yet");
                }
            }
        }

        """.ReplaceLineEndings("\n");

    public string Tests() => $$""""
        using PolicyLint.Rules.{{rule.Category}};
        using PolicyLint.TestKit;

        namespace PolicyLint.Rules.Tests.{{rule.Category}};

        public sealed class {{rule.ClassName}}Tests : RuleTest<{{rule.ClassName}}>
        {
            // [|…|] marks each place that the rule reports; (|…|) a second place of a finding.
            [Test]
            public void The_pattern_is_reported() => Finds("""
                {
                  "Version": "2012-10-17",
                  "Statement": { "Effect": "Allow", "Action": [|"TODO"|], "Resource": "*" }
                }
                """, "`TODO` is not written yet");

            [Test]
            public void Deny_is_not_reported() => Clean("""
                {
                  "Version": "2012-10-17",
                  "Statement": { "Effect": "Deny", "Action": "TODO", "Resource": "*" }
                }
                """);
        }

        """".ReplaceLineEndings("\n");

    private static string Xml(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
