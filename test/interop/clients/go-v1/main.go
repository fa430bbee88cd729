// A program with the AWS SDK for Go v1, which tells its calls by client-side monitoring.
package main

import (
	"bytes"
	"fmt"
	"os"
	"time"

	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/s3"
	"github.com/aws/aws-sdk-go/service/sqs"
)

func must(err error) {
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}

func main() {
	config := aws.NewConfig().WithEndpoint(os.Getenv("ENDPOINT")).WithS3ForcePathStyle(true)
	both := session.Must(session.NewSession(config))
	store := s3.New(both)
	_, err := store.CreateBucket(&s3.CreateBucketInput{Bucket: aws.String("go1-bucket")})
	must(err)
	_, err = store.PutObject(&s3.PutObjectInput{
		Bucket: aws.String("go1-bucket"), Key: aws.String("a"), Body: bytes.NewReader([]byte("x")),
	})
	must(err)
	_, err = sqs.New(both).GetQueueUrl(&sqs.GetQueueUrlInput{QueueName: aws.String("missing")})
	fmt.Println(err != nil)
	// The SDK sends from a goroutine, and what it has not sent when the program ends is lost.
	time.Sleep(500 * time.Millisecond)
}
