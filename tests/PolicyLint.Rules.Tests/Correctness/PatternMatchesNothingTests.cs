using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class PatternMatchesNothingTests : RuleTest<PatternMatchesNothing>
{
    [Test]
    public void A_pattern_without_a_match_is_reported() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"sagemaker:*EnvironmentVersion"|], "Resource": "*" }
        }
        """, "`sagemaker:*EnvironmentVersion` matches no action in the catalogue of 2026-09-26");

    [Test]
    public void A_misspelled_verb_is_reported_in_Deny_and_NotAction_too() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "NotAction": ["s3:Get*", [|"s3:Delet?Objects*"|]], "Resource": "*" }
        }
        """);

    [Test]
    public void A_pattern_over_services_is_reported() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"sage*:Fly*"|], "Resource": "*" }
        }
        """);

    [Test]
    public void Patterns_with_a_match_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["sagemaker:Describe*", "SageMaker:*", "s3:?etObject", "s*:Get*", "*:*", "*"], "Resource": "*" }
        }
        """);

    [Test]
    public void An_exact_name_is_not_its_matter() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:DeletObject", "Resource": "*" }
        }
        """);

    [Test]
    public void A_pattern_of_an_unknown_service_is_not_its_matter() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "sagmaker:Describe*", "Resource": "*" }
        }
        """);

    [Test]
    public void A_pattern_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"s3:{?}*"|], "Resource": "*" }
        }
        """, "the action is not known before deployment");

    [Test]
    public void The_service_has_a_code_for_it() => FindsCode(IssueCodes.InvalidAction, """
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "NotAction": ["appstream:Describe*", [|"appstream:Polish*"|]], "Resource": "*" }
        }
        """);

    [Test]
    public void The_service_is_silent_on_what_exists() => FindsNoCode("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "appstream:Describe*", "Resource": "*" }
        }
        """);
}
