namespace PolicyLint.Sources.Tests.CloudFormation;

/// <summary>What the functions of a template give, seen in the policy that comes out.</summary>
public sealed class TemplateFunctionTests
{
    private static readonly string Unknown = PolicyString.Unknown.ToString();

    [TestCase("!Ref Given", "data")]
    [TestCase("!Ref Empty", "?")]
    [TestCase("!Ref Open", "?")]
    [TestCase("!Ref Secret", "?")]
    [TestCase("!Ref Parameter", "?")]
    [TestCase("!Ref Bucket", "?")]
    [TestCase("!Ref Topic", "arn:?:sns:?:?:?")]
    [TestCase("!Ref Nobody", "?")]
    [TestCase("!Ref AWS::AccountId", "?")]
    [TestCase("!GetAtt Bucket.Arn", "arn:?:s3:::?")]
    [TestCase("!GetAtt [Bucket, Arn]", "arn:?:s3:::?")]
    [TestCase("!GetAtt Bucket.DomainName", "?")]
    [TestCase("{'Fn::GetAtt': [Bucket, Arn]}", "arn:?:s3:::?")]
    [TestCase("!Sub '${Bucket.Arn}/*'", "arn:?:s3:::?/*")]
    [TestCase("!Sub 'arn:aws:s3:::${Given}-${Open}/${!aws:username}'", "arn:aws:s3:::data-?/${aws:username}")]
    [TestCase("!Sub 'a/${aws:username}'", "a/${aws:username}")]
    [TestCase("!Sub ['${x}-${Given}-${x}', {x: !Join ['/', [a, !Ref Given]]}]", "a/data-data-a/data")]
    [TestCase("!Sub 'no end ${Given'", "no end ${Given")]
    [TestCase("!Join [':', [arn, !Ref Open, s3, '', '', data]]", "arn:?:s3:::data")]
    [TestCase("!Join [',', !Ref List]", "a,b")]
    [TestCase("!Join [',', !Ref OpenList]", "?")]
    [TestCase("!Join [',', [a, !Ref AWS::NoValue, b]]", "a,b")]
    [TestCase("!Select [1, !Ref List]", "b")]
    [TestCase("!Select ['1', [x, !Sub '${Given}']]", "data")]
    [TestCase("!Select [7, !Ref List]", "?")]
    [TestCase("!Select [2, !Split ['/', 'a/b/c']]", "c")]
    [TestCase("!Select [0, !Split ['/', !Ref Open]]", "?")]
    [TestCase("!FindInMap [Names, prod, bucket]", "prod-data")]
    [TestCase("!FindInMap [Names, !Ref Stage, bucket]", "dev-data")]
    [TestCase("!FindInMap [Names, !Ref AWS::Region, bucket]", "?")]
    [TestCase("!ImportValue x", "?")]
    [TestCase("!Base64 x", "?")]
    [TestCase("!Cidr [a, 1, 2]", "?")]
    [TestCase("!Whatever x", "?")]
    [TestCase("!!str 123456789012", "123456789012")]
    [TestCase("123456789012", "123456789012")]
    public void A_value_is_worked_out_as_far_as_the_template_tells(string yaml, string expected) =>
        ResourcesOf(yaml).Should().Equal(expected.Replace("?", Unknown, StringComparison.Ordinal));

    [Test]
    public void Functions_in_functions_do_not_explode()
    {
        string yaml = "x";
        for (int i = 0; i < 60; i++)
            yaml = $"!Sub ['${{v}}${{v}}', {{v: {yaml}}}]";

        ResourcesOf(yaml).Select(value => value.Length).Should().Equal(1);
    }

    [Test]
    public void A_removed_value_is_not_there()
    {
        ResourcesOf("[a, !Ref AWS::NoValue, !If [No, b, !Ref AWS::NoValue]]").Should().Equal("a");
    }

    [Test]
    public void Loops_are_unrolled()
    {
        List<HostedPolicy> policies = Read(
            """
            Transform: AWS::LanguageExtensions
            Parameters:
              Teams: {Type: CommaDelimitedList, Default: "red,blue"}
            Resources:
              Fn::ForEach::Roles:
                - Team
                - !Ref Teams
                - Policy${Team}:
                    Type: AWS::IAM::ManagedPolicy
                    Properties:
                      PolicyDocument:
                        Version: 2012-10-17
                        Statement:
                          - Effect: Allow
                            Action: s3:GetObject
                            Resource: [!Sub "arn:aws:s3:::${Team}/*", !Ref Team]
            """);

        policies.Select(policy => policy.Text.Origin!.Address).Should().Equal("Policyred (PolicyDocument)", "Policyblue (PolicyDocument)");
        policies.Select(policy => string.Join(' ', policy.Parse().Statements[0].Resource!.Values.Select(value => value.Value))).Should().Equal("arn:aws:s3:::red/* red", "arn:aws:s3:::blue/* blue");
    }

    [Test]
    public void A_loop_over_what_is_not_known_is_told()
    {
        SourceReading reading = PolicySources.Read(SourceText.From("AWSTemplateFormatVersion: 2010-09-09\nResources:\n  Fn::ForEach::R: [X, !Ref Open, {'A${X}': {Type: 'AWS::IAM::Role'}}]\n"));

        reading.Policies.Should().BeEmpty();
        reading.Gaps.Single().Reason.Should().Be("the resources of Fn::ForEach::R are not known before deployment");
    }

    private static IEnumerable<string> ResourcesOf(string yaml) =>
        Read($$$"""
            Parameters:
              Given: {Type: String, Default: data}
              Empty: {Type: String, Default: ''}
              Open: {Type: String}
              Secret: {Type: String, Default: hush, NoEcho: true}
              Parameter: {Type: "AWS::SSM::Parameter::Value<String>", Default: /path}
              List: {Type: CommaDelimitedList, Default: "a, b"}
              OpenList: {Type: CommaDelimitedList}
              Stage: {Type: String, Default: dev}
            Mappings:
              Names: {dev: {bucket: dev-data}, prod: {bucket: prod-data}}
            Conditions:
              No: !Equals [!Ref Stage, prod]
            Resources:
              Bucket: {Type: "AWS::S3::Bucket"}
              Topic: {Type: "AWS::SNS::Topic"}
              P:
                Type: AWS::IAM::ManagedPolicy
                Properties:
                  PolicyDocument:
                    Version: 2012-10-17
                    Statement:
                      - Effect: Allow
                        Action: s3:GetObject
                        Resource: {{{yaml}}}
            """)[0].Parse().Statements[0].Resource!.Values.Select(value => value.Value);

    private static List<HostedPolicy> Read(string yaml) => [.. PolicySources.Read(SourceText.From(yaml), SourceKind.CloudFormation).Policies];
}
