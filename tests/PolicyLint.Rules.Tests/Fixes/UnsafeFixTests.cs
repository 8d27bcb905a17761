using PolicyLint.Evaluation;
using PolicyLint.Fixing;
using PolicyLint.Rules.Personas;

namespace PolicyLint.Rules.Tests.Fixes;

/// <summary>Fixes that narrow what is granted.</summary>
public sealed class UnsafeFixTests
{
    private const string Role = "arn:aws:iam::123456789012:role/churn-training";

    private static readonly PersonaValues WithRole = Mend.Values with { Roles = [Role] };

    [Test]
    public void Of_full_access_only_what_a_persona_needs_is_left()
    {
        string mended = Mend.Unsafely(Mend.Policy("{'Effect':'Allow','Action':['sagemaker:*','s3:ListAllMyBuckets'],'Resource':'*'}"), persona: "endpoint-invoker");

        mended.Should().Be(Mend.Policy(
            "{'Effect':'Allow','Action':['s3:ListAllMyBuckets'],'Resource':'*'},"
            + "{'Sid':'AskTheEndpoint','Effect':'Allow','Action':['sagemaker:InvokeEndpoint','sagemaker:InvokeEndpointWithResponseStream'],"
            + "'Resource':['arn:aws:sagemaker:eu-west-1:123456789012:endpoint/example','arn:aws:sagemaker:eu-west-1:123456789012:inference-component/example-*']},"
            + "{'Sid':'AskLater','Effect':'Allow','Action':'sagemaker:InvokeEndpointAsync','Resource':'arn:aws:sagemaker:eu-west-1:123456789012:endpoint/example'}"));
    }

    [Test]
    public void Where_nobody_says_who_uses_it_the_data_scientist_does()
    {
        FixResult result = Mend.Run(Mend.Policy("{'Effect':'Allow','Action':'sagemaker:*','Resource':'*'}"), new FixOptions { Unsafe = true });

        result.Made.Select(fix => fix.Title).Should().Equal("Leave of `sagemaker:*` what the persona data-scientist needs");
        result.Result.Findings.Should().BeEmpty();
        Decide(result.Document, "sagemaker:ListEndpoints", "*").Should().Be(AccessDecision.Allowed);
        Decide(result.Document, "sagemaker:DescribeEndpoint", Arn("endpoint/churn-1")).Should().Be(AccessDecision.Allowed);
        Decide(result.Document, "sagemaker:DescribeEndpoint", Arn("endpoint/other")).Should().Be(AccessDecision.ImplicitlyDenied);
        Decide(result.Document, "sagemaker:DeleteEndpoint", Arn("endpoint/churn-1")).Should().Be(AccessDecision.ImplicitlyDenied);
        Decide(result.Document, "logs:DescribeLogGroups", "*").Should().Be(AccessDecision.ImplicitlyDenied, "the policy did not allow it before");
    }

    // No ARN means what knows no resources, nor another account's.
    [Test]
    public void Nothing_is_left_that_the_statement_did_not_mean()
    {
        string mended = Mend.Unsafely(Mend.Policy("{'Effect':'Allow','Action':'sagemaker:*','Resource':'arn:aws:sagemaker:eu-west-1:123456789012:*'}"));

        mended.Should().Contain("sagemaker:DescribeEndpoint'").And.NotContain("sagemaker:ListEndpoints'").And.NotContain("'*'");
        Mend.Unsafely(Mend.Policy("{'Effect':'Allow','Action':'sagemaker:*','Resource':'arn:aws:sagemaker:eu-west-1:999999999999:*'}"), "sagemaker-full-access")
            .Should().Contain("sagemaker:*", "nothing of this persona would be left");
    }

    [TestCase("'Condition':{'Bool':{'aws:MultiFactorAuthPresent':'true'}},'Action':'sagemaker:*','Resource':'*'")]
    [TestCase("'NotAction':'iam:*','Resource':'*'")]
    [TestCase("'Action':'*','Resource':'*'")]
    public void What_a_persona_cannot_stand_for_stays(string elements)
    {
        string policy = Mend.Policy($"{{'Effect':'Allow',{elements}}}");

        Mend.Unsafely(policy, "sagemaker-full-access").Should().Be(policy);
    }

    [Test]
    public void A_wildcard_becomes_the_names_that_it_stands_for_but_the_dangerous_ones()
    {
        // CreatePresignedDomainUrl, CreatePresignedMlflow… and CreatePresignedNotebookInstanceUrl open what others work in.
        string mended = Mend.Unsafely(Mend.Policy("{'Effect':'Allow','Action':['sagemaker:*PresignedDomainUrl','sagemaker:*Trial'],'Resource':'arn:aws:sagemaker:eu-west-1:123456789012:*/churn-*'}"));

        mended.Should().Be(Mend.Policy(
            "{'Effect':'Allow','Action':['sagemaker:CreateTrial','sagemaker:DeleteTrial','sagemaker:DescribeTrial','sagemaker:UpdateTrial'],"
            + "'Resource':'arn:aws:sagemaker:eu-west-1:123456789012:*/churn-*'}"));
    }

    [Test]
    public void A_wildcard_becomes_what_the_persona_needs_of_it() =>
        Mend.Unsafely(Mend.Policy("{'Effect':'Allow','Action':['sagemaker:Create*','sagemaker:ListModels'],'Resource':'arn:aws:sagemaker:eu-west-1:123456789012:*/churn-*'}"), "PL3007", "trainer")
            .Should().Be(Mend.Policy(
                "{'Effect':'Allow','Action':['sagemaker:CreateHyperParameterTuningJob','sagemaker:CreateProcessingJob','sagemaker:CreateTrainingJob','sagemaker:ListModels'],"
                + "'Resource':'arn:aws:sagemaker:eu-west-1:123456789012:*/churn-*'}"));

    [Test]
    public void Writes_get_the_ARNs_of_the_project_and_lists_keep_the_star() =>
        Mend.Unsafely(Mend.Policy("{'Sid':'Serve','Effect':'Allow','Action':['sagemaker:DeleteEndpoint','sagemaker:ListEndpoints','sagemaker:DeleteModel'],'Resource':'*'}"), "PL3008")
            .Should().Be(Mend.Policy(
                "{'Sid':'Serve','Effect':'Allow','Action':['sagemaker:ListEndpoints'],'Resource':'*'},"
                + "{'Effect':'Allow','Action':['sagemaker:DeleteEndpoint','sagemaker:DeleteModel'],"
                + "'Resource':['arn:aws:sagemaker:eu-west-1:123456789012:endpoint/churn-*','arn:aws:sagemaker:eu-west-1:123456789012:model/churn-*']}"));

    [Test]
    public void A_statement_of_writes_only_is_replaced_and_keeps_its_Sid_and_condition() =>
        Mend.Unsafely(Mend.Policy("{'Sid':'Serve','Effect':'Allow','Action':'sagemaker:DeleteEndpoint','Resource':'*','Condition':{'StringEquals':{'aws:RequestedRegion':'eu-west-1'}}}"), "PL3008")
            .Should().Be(Mend.Policy("{'Sid':'Serve','Effect':'Allow','Action':'sagemaker:DeleteEndpoint','Resource':'arn:aws:sagemaker:eu-west-1:123456789012:endpoint/churn-*','Condition':{'StringEquals':{'aws:RequestedRegion':'eu-west-1'}}}"));

    [Test]
    public void The_prefix_stands_where_people_choose_the_name() =>
        Mend.Unsafely(Mend.Policy("{'Effect':'Allow','Action':['sagemaker:DeleteUserProfile','sagemaker:StopPipelineExecution'],'Resource':'*'}"), "PL3008")
            .Should().Contain(":user-profile/*/churn-*'").And.Contain(":pipeline/churn-*/execution/*'");

    [Test]
    public void A_role_is_passed_to_SageMaker_only_and_only_the_one_that_is_given() =>
        Mend.Unsafely(Mend.Policy("{'Effect':'Allow','Action':['sagemaker:ListModels','iam:PassRole'],'Resource':'*'}"), "PL1005", values: WithRole)
            .Should().Be(Mend.Policy(
                "{'Effect':'Allow','Action':['sagemaker:ListModels'],'Resource':'*'},"
                + $"{{'Effect':'Allow','Action':'iam:PassRole','Resource':'{Role}','Condition':{{'StringEquals':{{'iam:PassedToService':'sagemaker.amazonaws.com'}}}}}}"));

    [Test]
    public void Roles_that_are_named_stay_and_get_their_service() =>
        Mend.Unsafely(Mend.Policy($"{{'Effect':'Allow','Action':'sagemaker:ListModels','Resource':'*'}},{{'Effect':'Allow','Action':'iam:PassRole','Resource':'{Role}'}}"), "PL1006")
            .Should().Be(Mend.Policy(
                "{'Effect':'Allow','Action':'sagemaker:ListModels','Resource':'*'},"
                + $"{{'Effect':'Allow','Action':'iam:PassRole','Resource':'{Role}','Condition':{{'StringEquals':{{'iam:PassedToService':'sagemaker.amazonaws.com'}}}}}}"));

    [Test]
    public void Where_SageMaker_is_not_spoken_of_nobody_knows_whom_roles_are_for()
    {
        string policy = Mend.Policy($"{{'Effect':'Allow','Action':'iam:PassRole','Resource':'{Role}'}}");

        Mend.Unsafely(policy).Should().Be(policy);
    }

    [Test]
    public void An_example_is_written_where_nothing_is_given_and_said()
    {
        FixResult result = Mend.Run(Mend.Policy("{'Effect':'Allow','Action':'sagemaker:DeleteEndpoint','Resource':'*'}"), new FixOptions { Unsafe = true }, values: PersonaValues.Examples);

        Mend.Text(result.Document).Should().Contain("arn:aws:sagemaker:*:111122223333:endpoint/example-*");
        result.Made.Should().ContainSingle().Which.Note.Should().Be("account, project: an example stands there, to be replaced");
    }

    [Test]
    public void Tags_are_added_to_new_things_only() =>
        Mend.Unsafely(Mend.Policy("{'Effect':'Allow','Action':'sagemaker:CreateModel','Resource':'arn:aws:sagemaker:eu-west-1:123456789012:model/churn-*'},{'Effect':'Allow','Action':'sagemaker:AddTags','Resource':'*'}"), "addtags-unscoped")
            .Should().Be(Mend.Policy(
                "{'Effect':'Allow','Action':'sagemaker:CreateModel','Resource':'arn:aws:sagemaker:eu-west-1:123456789012:model/churn-*'},"
                + "{'Effect':'Allow','Action':'sagemaker:AddTags','Resource':'*','Condition':{'StringEquals':{'sagemaker:TaggingAction':'CreateModel'}}}"));

    [Test]
    public void What_only_works_on_the_star_gets_it_when_the_rule_is_named()
    {
        const string arn = "arn:aws:sagemaker:eu-west-1:123456789012:endpoint/x";
        string policy = Mend.Policy($"{{'Effect':'Allow','Action':['sagemaker:ListEndpoints','sagemaker:DescribeEndpoint'],'Resource':'{arn}'}}");

        Mend.Unsafely(policy).Should().Be(policy);
        Mend.Unsafely(policy, "PL2009").Should().Be(Mend.Policy(
            $"{{'Effect':'Allow','Action':['sagemaker:DescribeEndpoint'],'Resource':'{arn}'}},{{'Effect':'Allow','Action':'sagemaker:ListEndpoints','Resource':'*'}}"));
    }

    [TestCase("sagemaker:Search")]
    [TestCase("sagemaker:ExtendTrainingPlan")]
    public void What_hands_out_data_or_changes_something_never_gets_it(string action)
    {
        string policy = Mend.Policy($"{{'Effect':'Allow','Action':'{action}','Resource':'arn:aws:sagemaker:eu-west-1:123456789012:endpoint/x'}}");

        Mend.Unsafely(policy, "PL2009").Should().Be(policy);
    }

    [Test]
    public void A_Deny_gets_the_star_that_it_needs() =>
        Mend.Unsafely(Mend.Policy("{'Effect':'Deny','Action':['sagemaker:Search','sagemaker:DeleteEndpoint'],'Resource':'arn:aws:sagemaker:eu-west-1:123456789012:endpoint/x'}"))
            .Should().Be(Mend.Policy(
                "{'Effect':'Deny','Action':['sagemaker:DeleteEndpoint'],'Resource':'arn:aws:sagemaker:eu-west-1:123456789012:endpoint/x'},"
                + "{'Effect':'Deny','Action':'sagemaker:Search','Resource':'*'}"));

    // The founding example and others like it, with every persona.
    [TestCase("{'Effect':'Allow','Action':'sagemaker:*','Resource':'*'}")]
    [TestCase("{'Effect':'Allow','Action':['sagemaker:*','iam:PassRole'],'Resource':'*'}")]
    [TestCase("{'Effect':'Allow','Action':['sagemaker:Create*','sagemaker:Describe*','sagemaker:AddTags','iam:PassRole'],'Resource':'*'},{'Effect':'Deny','Action':'sagemaker:CreateDomain','Resource':'*'}")]
    public void Nothing_is_allowed_that_was_not_and_the_rules_are_silent(string statements)
    {
        // An execution role needs nothing of SageMaker.
        string?[] personas = [null, .. BuiltInPersonas.All.Select(persona => persona.Name).Where(name => !name.StartsWith("training-role", StringComparison.Ordinal))];
        foreach (string? persona in personas)
        {
            FixResult result = Mend.Run(Mend.Policy(statements), new FixOptions { Unsafe = true }, persona, WithRole);

            result.IsChanged.Should().BeTrue();
            RequestSamples.Gain(result.Original, result.Document, RequestSamples.About(40, result.Original, result.Document)).Should().BeNull();
            result.Result.Findings.Select(finding => finding.Rule.Name).Should().NotIntersectWith(result.Made.Select(fix => fix.Name), $"{persona} has been narrowed to");
        }
    }

    private static string Arn(string resource) => $"arn:aws:sagemaker:eu-west-1:123456789012:{resource}";

    private static AccessDecision Decide(PolicyDocument policy, string action, string resource) =>
        new AccessEvaluator(new ApplicablePolicies { Identity = [policy] }).Evaluate(new AccessRequest { Action = action, Resource = resource }).Decision;
}
