namespace PolicyLint.Sources.Tests.CloudFormation;

/// <summary>
/// Each way to deploy a template is a policy of its own, and no policy is made that none of them gives. What a policy is, is told
/// here by the last parts of its resources.
/// </summary>
public sealed class ConditionTests
{
    [Test]
    public void Without_conditions_there_is_one_policy() => Read("", "[a]").Should().Equal("a");

    [Test]
    public void Both_branches_of_a_choice_are_linted_apart() =>
        Read("Prod: !Equals [!Ref Stage, prod]", "[a, !If [Prod, b, c]]").Should().Equal("a c", "+a b");

    [Test]
    public void A_branch_that_is_removed_is_a_policy_too() =>
        Read("Prod: !Equals [!Ref Stage, prod]", "[a, !If [Prod, b, !Ref AWS::NoValue]]").Should().Equal("a", "+a b");

    [Test]
    public void A_condition_and_its_contrary_are_never_true_together() =>
        Read("Prod: !Equals [!Ref Stage, prod]\n  Test: !Not [!Condition Prod]", "[!If [Prod, a, b], !If [Test, c, d]]").Should().Equal("b c", "+a d");

    [Test]
    public void A_parameter_has_one_value_at_a_time() =>
        Read("Prod: !Equals [!Ref Stage, prod]\n  Dev: !Equals [!Ref Stage, dev]", "[!If [Prod, a, b], !If [Dev, c, d]]").Should().Equal("b c", "+b d", "+a d");

    [Test]
    public void A_parameter_has_no_value_but_those_that_are_allowed() =>
        Read("Red: !Equals [!Ref Color, red]\n  Blue: !Equals [!Ref Color, blue]", "[!If [Red, a, b], !If [Blue, c, d]]").Should().Equal("a d", "+b c");

    [Test]
    public void What_a_value_is_chosen_to_be_holds_in_the_whole_policy() =>
        Read("Prod: !Equals [!Ref Stage, prod]", "[!Ref Stage, !If [Prod, a, b]]").Should().Equal("dev b", "+prod a");

    [Test]
    public void A_comparison_of_what_is_not_known_may_go_either_way() =>
        Read("Big: !Equals [!Select [0, !Ref Open], x]", "[!If [Big, a, b]]").Should().Equal("b", "+a");

    [Test]
    public void A_region_is_compared_with_what_the_template_names() =>
        Read("China: !Equals [!Ref 'AWS::Region', cn-north-1]", "[!If [China, a, b]]").Should().Equal("b", "+a");

    [Test]
    public void What_is_always_true_has_one_branch() => Read("Yes: !Equals [x, x]", "[!If [Yes, a, b]]").Should().Equal("a");

    [Test]
    public void A_choice_in_a_branch_is_found_when_the_branch_is_taken() =>
        Read("Prod: !Equals [!Ref Stage, prod]\n  Red: !Equals [!Ref Color, red]", "[!If [Prod, !If [Red, a, b], c]]").Should().Equal("c", "+a", "+b");

    [Test]
    public void And_and_or_are_worked_out() =>
        Read("Prod: !Equals [!Ref Stage, prod]\n  Red: !Equals [!Ref Color, red]\n  Both: !And [!Condition Prod, !Condition Red]\n  Any: !Or [!Condition Prod, !Condition Red]", "[!If [Both, a, b], !If [Any, c, d]]")
            .Should().Equal("b c", "+b d", "+a c");

    [Test]
    public void A_condition_that_names_itself_does_not_hang() => Read("Loop: !Not [!Condition Loop]", "[!If [Loop, a, b]]").Should().HaveCountGreaterThan(0);

    [Test]
    public void A_resource_is_there_under_its_condition_only() =>
        Read("Prod: !Equals [!Ref Stage, prod]", "[!If [Prod, a, b], !Ref Stage]", condition: "Prod").Should().Equal("a prod");

    [Test]
    public void Two_branches_do_not_add_up_to_a_finding_that_neither_has()
    {
        SourceText file = SourceText.From(Template("Prod: !Equals [!Ref Stage, prod]", "[!If [Prod, 'arn:aws:s3:::data/*', 'arn:aws:s3:::data/one']]", condition: null));

        // Together, the second would be redundant (PL4011).
        TemplateCase.Lint(file).Should().BeEmpty();
    }

    [Test]
    public void Many_conditions_end_soon()
    {
        string conditions = string.Join("\n  ", Enumerable.Range(0, 200).Select(i => $"C{i}: !Equals [!Ref P{i}, x]"));
        string resources = string.Join(", ", Enumerable.Range(0, 200).Select(i => $"!If [C{i}, a{i}, b{i}]"));

        Read(conditions, $"[{resources}]").Should().HaveCountLessThan(10);
    }

    // An alternative has a plus.
    private static IEnumerable<string> Read(string conditions, string resource, string? condition = null) =>
        PolicySources.Read(SourceText.From(Template(conditions, resource, condition)), SourceKind.CloudFormation).Policies
            .Select(policy => (policy.IsAlternative ? "+" : "") + string.Join(' ', policy.Parse().Statements[0].Resource!.Values.Select(value => value.Value)));

    private static string Template(string conditions, string resource, string? condition) =>
        $$"""
        Parameters:
          Stage: {Type: String, Default: dev}
          Color: {Type: String, AllowedValues: [red, blue]}
          Open: {Type: CommaDelimitedList}
        Conditions:
          None: !Equals [a, b]
          {{conditions}}
        Resources:
          P:
            Type: AWS::IAM::ManagedPolicy
            {{(condition is null ? "" : $"Condition: {condition}")}}
            Properties:
              PolicyDocument:
                Version: 2012-10-17
                Statement:
                  - Effect: Allow
                    Action: s3:GetObject
                    Resource: {{resource}}
        """;
}
