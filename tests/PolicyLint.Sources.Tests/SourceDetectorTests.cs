using CsCheck;

namespace PolicyLint.Sources.Tests;

public sealed class SourceDetectorTests
{
    [TestCase("""{"Statement":[]}""", true)]
    [TestCase("""{"Id":"x","Version":{"a":[1,{"Statement":1}]},"statement":{}}""", true)]
    [TestCase("""{"Statements":[]}""", true)]
    [TestCase("""{"version":"2012-10-17"}""", true)]
    [TestCase("""{"Version":"2008-10-17"}""", true)]
    [TestCase("\uFEFF/* c */ {\"Statement\":[],}", true)]
    [TestCase("""{"version":"1.0.0"}""", false)]
    [TestCase("""{"Version":2012}""", false)]
    [TestCase("""{"Resources":{"Statement":[]}}""", false)]
    [TestCase("""[{"Statement":[]}]""", false)]
    [TestCase("\"Statement\"", false)]
    [TestCase("null", false)]
    [TestCase("", false)]
    [TestCase("{", false)]
    [TestCase("""{"Statement""", false)]
    [TestCase("""{ "Statement" [ { "Effect" """, true)]
    [TestCase("""{"\ud800":1,"Statement":[{"Effect":""", true)]
    public void A_policy_is_told_by_its_content(string text, bool expected) =>
        (PolicySources.Detect(SourceText.From(System.Text.Encoding.UTF8.GetBytes(text))) == SourceKind.Policy).Should().Be(expected);

    [TestCase("AWSTemplateFormatVersion: 2010-09-09\nResources: {}\n")]
    [TestCase("# a comment\nTransform: AWS::Serverless-2016-10-31\nResources:\n  A: {}\n")]
    [TestCase("Resources:\r\n  A:\r\n    Type: AWS::S3::Bucket\r\n")]
    [TestCase("\"Resources\":\n  A:\n    Type: Custom::Thing\n")]
    [TestCase("""{"AWSTemplateFormatVersion":"2010-09-09"}""")]
    [TestCase("""{"Parameters":{},"Resources":{"A":{"Type":"AWS::S3::Bucket"}}}""")]
    [TestCase("""{"Resources":{"A":{"Properties":{"Type":1},"Type":"AWS::S3::Bucket"}}}""")]
    [TestCase("""{"AWSTemplateFormatVersion":"2010-09-09","Resources":{""")]
    [TestCase("{AWSTemplateFormatVersion: 2010-09-09}")]
    public void A_template_is_told_by_its_content(string text) => Detect(text).Should().Be(SourceKind.CloudFormation);

    [TestCase("""{"format_version":"1.2","terraform_version":"1.9.0","planned_values":{}}""", SourceKind.Terraform)]
    [TestCase("""{"format_version":"1.0","values":{"root_module":{}}}""", SourceKind.Terraform)]
    [TestCase("""{"steps":[{"op":"create","urn":"urn:pulumi:a::b::c::d"}]}""", SourceKind.Pulumi)]
    [TestCase("""{"version":3,"deployment":{"manifest":{},"resources":[]}}""", SourceKind.Pulumi)]
    [TestCase("""{"UserDetailList":[],"GroupDetailList":[]}""", SourceKind.AccountDump)]
    [TestCase("""{"Policies":[{"PolicyName":"x","PolicyVersionList":[]}]}""", SourceKind.AccountDump)]
    public void Other_host_files_are_told_by_their_content(string text, SourceKind kind) => Detect(text).Should().Be(kind);

    [TestCase("""{"format_version":"1.0"}""")]
    [TestCase("""{"steps":["npm install"]}""")]
    [TestCase("""{"Policies":[{"PolicyName":"x"}]}""")]
    [TestCase("""{"Resources":["a","b"]}""")]
    [TestCase("""{"Resources":{"A":{"Kind":"x"}}}""")]
    [TestCase("apiVersion: v1\nkind: Role\nspec:\n  Resources: AWS::None\n")]
    [TestCase("service: x\nprovider:\n  iam:\n    Statement:\n      - Effect: Allow\n")]
    [TestCase("MyResources: AWS::S3::Bucket\n")]
    public void What_is_like_them_and_is_none_is_something_else(string text) => Detect(text).Should().Be(SourceKind.Other);

    [Test]
    public void A_policy_in_UTF_16_is_told() =>
        PolicySources.Detect(SourceText.From(System.Text.Encoding.Unicode.GetBytes("""{"Statement":[{"Effect":"Allow"}]}"""))).Should().Be(SourceKind.Policy);

    [Test]
    public void Telling_and_reading_never_throw() =>
        Gen.OneOf(Gen.Byte.Array[0, 60], FromPieces).Sample(bytes =>
        {
            SourceText file = SourceText.From(bytes);
            bool isKnown = PolicySources.Detect(file) != SourceKind.Other;
            foreach (SourceKind kind in Enum.GetValues<SourceKind>())
                _ = PolicySources.Read(file, kind).Policies.Count();

            return !isKnown || bytes.AsSpan().IndexOfAnyInRange((byte)'A', (byte)'z') >= 0;
        });

    // Nearly a template, so that more than the first letters is read.
    private static Gen<byte[]> FromPieces { get; } =
        Gen.Int[0, Pieces.Length - 1].Array[0, 40].Select(chosen =>
            System.Text.Encoding.UTF8.GetBytes("Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n      Policies:\n" + string.Concat(chosen.Select(index => Pieces[index]))));

    private static string[] Pieces =>
    [
        "Resources", ":", "\n", "  ", "R", "Type: AWS::IAM::Role", "Properties", "Policies", "- ", "PolicyDocument", "Statement", "!Sub ", "!If [", "]",
        "{", "}", "|", "'", "\"", "${A}", "&a ", "*a", "<<", ",", "Fn::Join", "Ref", "\t", "é",
    ];

    private static SourceKind Detect(string text) => PolicySources.Detect(SourceText.From(text));
}
